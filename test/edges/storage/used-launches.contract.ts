import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import { atOnce, type Replicas } from './replicas.js';

export function usedLaunchesContract(replicas: () => Replicas): void {
  describe('UsedLaunches', () => {
    const until = new Date(Date.now() + 600_000);

    it('a launch, used by twenty at once in two replicas, is let in once', async () => {
      const id = randomId();
      const answers = await atOnce(replicas(), 20, ({ usedLaunches }) => usedLaunches.use(id, until));
      expect(answers.filter((isFirst) => isFirst)).to.have.length(1);
      expect(await replicas().two.usedLaunches.use(id, until)).to.equal(false);
    });

    it('two launches, used one after the other, are both let in', async () => {
      expect(await replicas().one.usedLaunches.use(randomId(), until)).to.equal(true);
      expect(await replicas().two.usedLaunches.use(randomId(), until)).to.equal(true);
    });
  });
}
