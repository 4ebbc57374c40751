import { expect } from 'chai';
import { takingTurns } from '../../../src/edges/keys/taking-turns.js';

describe('takingTurns', () => {
  it('twenty works, given at once, run two at a time in the order they came', async () => {
    const inTurn = takingTurns(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const works = Array.from({ length: 20 }, (_, n) =>
      inTurn(async () => {
        started.push(n);
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        return n;
      }),
    );
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    expect(await Promise.all(works)).to.deep.equal(numbers);
    expect(started).to.deep.equal(numbers);
    expect(most).to.equal(2);
  });

  it('a work that fails, tells its own caller and gives its place free', async () => {
    const inTurn = takingTurns(1);
    const outcomes = await Promise.allSettled([
      inTurn(() => Promise.reject(new Error('first'))),
      inTurn(() => Promise.resolve('second')),
      inTurn(() => Promise.reject(new Error('third'))),
      inTurn(() => Promise.resolve('fourth')),
    ]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await inTurn(() => Promise.resolve('later'))).to.equal('later');
  });
});
