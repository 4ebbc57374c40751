import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import { aJuryDecision } from '../../support/builders/a-jury-decision.js';
import { atOnce, type Replicas } from './replicas.js';

export function juryDecisionStoreContract(replicas: () => Replicas): void {
  describe('JuryDecisionStore', () => {
    const aNew = () => aJuryDecision({ microCredentialId: randomId() });

    it('a decision, recorded and withdrawn, is withdrawn and has both in the history', async () => {
      const first = aNew();
      const withdrawn = {
        ...first,
        state: 'withdrawn' as const,
        reasons: 'Another person’s portfolio.',
        recordedBy: { subject: 'teacher-2' },
        at: new Date('2026-11-21T08:00:00Z'),
      };
      await replicas().one.juryDecisions.record(first);
      await replicas().two.juryDecisions.record(withdrawn);
      const found = await replicas().one.juryDecisions.of(
        first.microCredentialId,
        1,
        'platform-1',
        'learner-1',
      );
      const word = ({
        microCredentialId: _id,
        version: _version,
        platformId: _platform,
        subject: _subject,
        ...rest
      }: typeof first) => rest;
      expect(found).to.deep.equal({ ...withdrawn, history: [word(first), word(withdrawn)] });
    });

    it('a learner, decided on by twenty at once, has one record with all of it', async () => {
      const decision = aNew();
      await atOnce(replicas(), 20, ({ juryDecisions }, n) =>
        juryDecisions.record({ ...decision, reasons: `reason ${n}` }),
      );
      const all = await replicas().one.juryDecisions.all(decision.microCredentialId, 1);
      expect(all).to.have.length(1);
      expect(all[0]?.history).to.have.length(20);
      expect(all[0]?.history.at(-1)?.reasons).to.equal(all[0]?.reasons);
    });

    it('decisions, asked for, are those of the version, platform and learner', async () => {
      const decision = aNew();
      const { juryDecisions } = replicas().one;
      for (const other of [{}, { version: 2 }, { subject: 'learner-2' }, { platformId: 'platform-2' }]) {
        await juryDecisions.record({ ...decision, ...other });
      }
      expect(await juryDecisions.all(decision.microCredentialId, 1)).to.have.length(3);
      expect(await juryDecisions.of(decision.microCredentialId, 3, 'platform-1', 'learner-1')).to.equal(
        undefined,
      );
    });
  });
}
