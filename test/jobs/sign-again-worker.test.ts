import { expect } from 'chai';
import { startSignAgainWorker } from '../../src/jobs/sign-again-worker.js';
import { Problem } from '../../src/shared/problem.js';
import { heldTime } from '../support/held-time.js';
import { memoryAwards } from '../support/memory/memory-awards.js';
import { memoryEndorsements } from '../support/memory/memory-endorsements.js';
import { anAwardOfOldKeys } from '../domain/verification/award-of-old-keys.js';
import { institutionId } from '../domain/verification/claimed-award.js';

const times = { tickMs: 10_000, pauseMs: 1_000 };

/** So many learners hold awards of a key that was declared compromised; the other key is not. */
async function world(learners: number) {
  const { deps, award, declare } = await anAwardOfOldKeys();
  const one = await award();
  const all = Array.from({ length: learners }, (_, at) => ({ ...one, id: `award-${at}`, subject: `${at}` }));
  const awards = memoryAwards(...all);
  const key = await deps.keys.current(institutionId, 'Ed25519');
  await declare('Ed25519');
  const time = heldTime();
  const troubles: string[] = [];
  return {
    awards,
    endorsements: memoryEndorsements(),
    keys: deps.keys,
    time,
    clock: time.clock,
    timers: time.timers,
    chance: () => 0.5,
    troubles,
    onTrouble: (sentence: string) => void troubles.push(sentence),
    left: () => awards.countSignedBy(key),
  };
}

describe('the worker that signs awards again', function () {
  this.timeout(60_000);

  it('a class of sixty, when it works, then some are signed each second until all are, and it looks seldom after that', async () => {
    const deps = await world(60);
    const worker = startSignAgainWorker(deps, times);
    await deps.time.pass(5_000);
    expect(await deps.left()).to.equal(35);
    await deps.time.pass(1_000);
    expect(await deps.left()).to.equal(10);
    await deps.time.pass(1_000);
    expect(await deps.left()).to.equal(0);
    await worker.stop();
    expect(deps.time.pending()).to.equal(0);
    expect(deps.troubles).to.deep.equal([]);
  });

  it('a process that is stopped in the middle, when another one starts, then that one signs the rest', async () => {
    const deps = await world(60);
    const first = startSignAgainWorker(deps, times);
    await deps.time.pass(5_000);
    await first.stop();
    await deps.time.pass(60_000);
    expect(await deps.left()).to.equal(35);
    const second = startSignAgainWorker(deps, times);
    await deps.time.pass(10_000);
    expect(await deps.left()).to.equal(0);
    await second.stop();
  });

  it('a database that is away for a while, when it is back, then it was told once and the work goes on', async () => {
    const deps = await world(5);
    let isAway = true;
    const signedBy: typeof deps.awards.signedBy = (...asked) =>
      isAway ? Promise.reject(new Problem('storage-unavailable')) : deps.awards.signedBy(...asked);
    const worker = startSignAgainWorker({ ...deps, awards: { ...deps.awards, signedBy } }, times);
    await deps.time.pass(40_000);
    expect(deps.troubles).to.deep.equal(['awards cannot be signed again']);
    isAway = false;
    await deps.time.pass(20_000);
    expect(await deps.left()).to.equal(0);
    await worker.stop();
  });
});
