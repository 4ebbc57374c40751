import { expect } from 'chai';
import type { Confirmation } from '../../../src/domain/evidence/confirmation-store.js';
import { randomId } from '../../../src/shared/ids.js';
import { atOnce, type Replicas } from './replicas.js';

export function confirmationStoreContract(replicas: () => Replicas): void {
  describe('ConfirmationStore', () => {
    const at = new Date('2026-11-20T08:00:00Z');
    type Decision = Omit<Confirmation, 'history'>;
    const aDecision = (overrides: Partial<Decision> = {}): Decision => ({
      microCredentialId: randomId(),
      version: 1,
      platformId: 'platform-1',
      subject: 'learner-1',
      confirmed: true,
      examiner: { subject: 'teacher-1', name: 'Tess Teacher' },
      reason: 'Passed the oral examination.',
      at,
      ...overrides,
    });

    it('a learner, confirmed and withdrawn, is not confirmed and has both in the history', async () => {
      const first = aDecision();
      const then = { confirmed: false, reason: 'Mixed up.', at: new Date('2026-11-21T08:00:00Z') };
      const { confirmations } = replicas().one;
      await confirmations.decide(first);
      await replicas().two.confirmations.decide({ ...first, ...then });
      const found = await confirmations.of(first.microCredentialId, 1, 'platform-1', 'learner-1');
      const { confirmed, examiner, reason } = first;
      expect(found).to.deep.equal({
        ...first,
        ...then,
        history: [
          { confirmed, examiner, reason, at },
          { examiner, ...then },
        ],
      });
    });

    it('a learner, decided on by twenty at once, has one record with all of it', async () => {
      const decision = aDecision();
      await atOnce(replicas(), 20, ({ confirmations }, n) =>
        confirmations.decide({ ...decision, confirmed: n % 3 === 0, reason: `reason ${n}` }),
      );
      const all = await replicas().one.confirmations.all(decision.microCredentialId, 1);
      expect(all).to.have.length(1);
      expect(all[0]?.history).to.have.length(20);
      expect(all[0]?.history.at(-1)).to.deep.include({
        confirmed: all[0]?.confirmed,
        reason: all[0]?.reason,
      });
    });

    it('confirmations, asked for, are those of the version, platform and learner', async () => {
      const decision = aDecision();
      const { confirmations } = replicas().one;
      for (const other of [{}, { version: 2 }, { subject: 'learner-2' }, { platformId: 'platform-2' }]) {
        await confirmations.decide({ ...decision, ...other });
      }
      expect(await confirmations.all(decision.microCredentialId, 1)).to.have.length(3);
      expect(await confirmations.of(decision.microCredentialId, 3, 'platform-1', 'learner-1')).to.equal(
        undefined,
      );
    });
  });
}
