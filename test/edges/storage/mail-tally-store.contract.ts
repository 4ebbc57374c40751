import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import type { Replicas } from './replicas.js';

export function mailTallyStoreContract(replicas: () => Replicas): void {
  describe('MailTallies', () => {
    const day = new Date().toISOString().slice(0, 10);
    const aTally = () => ({ of: `institution ${randomId()}`, day });

    it('a tally, when two replicas take from it at once, then is taken as often as may be and not once more', async () => {
      const { one, two } = replicas();
      const tally = aTally();
      const takes = Array.from({ length: 12 }, (_, at) => (at % 2 ? one : two).mailTallies.take(tally, 7));
      expect((await Promise.all(takes)).filter(Boolean)).to.have.length(7);
      expect(await two.mailTallies.take(tally, 7)).to.equal(false);
    });

    it('a tally, when one is given back, then is taken once more; another day and another tally are counted apart', async () => {
      const { mailTallies } = replicas().one;
      const tally = aTally();
      expect(await mailTallies.take(tally, 1)).to.equal(true);
      expect(await mailTallies.take(tally, 1)).to.equal(false);
      await mailTallies.giveBack(tally);
      expect(await mailTallies.take(tally, 1)).to.equal(true);
      expect(await mailTallies.take({ ...tally, day: '2020-01-01' }, 1)).to.equal(true);
      expect(await mailTallies.take(aTally(), 1)).to.equal(true);
    });
  });
}
