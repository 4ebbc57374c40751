import { expect } from 'chai';
import type { LaunchState } from '../../../src/domain/platforms/launch-state-store.js';
import { randomId } from '../../../src/shared/ids.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { atOnce, type Replicas } from './replicas.js';

export function launchStateStoreContract(replicas: () => Replicas): void {
  describe('LaunchStateStore', () => {
    const at = new Date();
    const end = new Date(at.getTime() + 600_000);
    const aState = (): LaunchState => ({
      state: randomId(),
      purpose: 'login',
      nonce: randomId(),
      platformId: 'platform-1',
      issuer: 'https://moodle.example.org',
      clientId: 'client-1',
      proofHash: 'a'.repeat(64),
      expiresAt: end,
    });

    it('a state, taken by twenty at once, is taken once; the others learn that it is used', async () => {
      const record = aState();
      await replicas().one.launchStates.add(record);
      const taken = await atOnce(replicas(), 20, ({ launchStates }) => launchStates.take(record.state, at));
      const winners = taken.filter(({ outcome }) => outcome === 'taken');
      expect(winners).to.deep.equal([{ outcome: 'taken', record }]);
      expect(taken.filter(({ outcome }) => outcome === 'used')).to.have.length(19);
      expect(await replicas().one.launchStates.find(record.state, at)).to.equal(undefined);
    });

    it('a state, looked at, is not used up', async () => {
      const record = aState();
      await replicas().one.launchStates.add(record);
      expect(await replicas().two.launchStates.find(record.state, at)).to.deep.equal(record);
      expect(await replicas().one.launchStates.take(record.state, at)).to.deep.equal({
        outcome: 'taken',
        record,
      });
    });

    it('a state, taken at or after its end, is unknown, used or not', async () => {
      const [unused, used] = [aState(), aState()];
      await replicas().one.launchStates.add(unused);
      await replicas().one.launchStates.add(used);
      await replicas().one.launchStates.take(used.state, at);
      for (const { state } of [unused, used]) {
        expect(await replicas().one.launchStates.take(state, end)).to.deep.equal({ outcome: 'unknown' });
        expect(await replicas().one.launchStates.find(state, end)).to.equal(undefined);
      }
    });

    it('a state that was never made, or is no text, taken, is unknown', async () => {
      for (const state of ['', 'x'.repeat(50_000), { $ne: '' } as never, null as never]) {
        expect(await replicas().one.launchStates.take(state, at)).to.deep.equal({ outcome: 'unknown' });
        expect(await replicas().one.launchStates.find(state, at)).to.equal(undefined);
      }
    });

    it('a state, added twice, is refused as duplicate', async () => {
      const record = aState();
      await replicas().one.launchStates.add(record);
      const problem = await thrownProblem(() =>
        replicas().two.launchStates.add({ ...record, nonce: 'other' }),
      );
      expect(problem.code).to.equal('duplicate');
    });
  });
}
