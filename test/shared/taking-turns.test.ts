import { expect } from 'chai';
import { takingTurns } from '../../src/shared/taking-turns.js';

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

  it('works of two owners, when one has its share, then the other goes first and nobody is forgotten', async () => {
    const inTurn = takingTurns(3, 2);
    const started: string[] = [];
    const running = new Map<string, number>();
    const work = (owner: string, n: number) =>
      inTurn(async () => {
        started.push(owner + n);
        running.set(owner, (running.get(owner) ?? 0) + 1);
        expect(running.get(owner)).to.be.at.most(2);
        expect([...running.values()].reduce((a, b) => a + b)).to.be.at.most(3);
        await new Promise(setImmediate);
        running.set(owner, (running.get(owner) ?? 0) - 1);
      }, owner);
    const of = (owner: string) => [0, 1, 2, 3, 4].map((n) => work(owner, n));
    await Promise.all([...of('a'), ...of('b')]);
    expect(started.slice(0, 3)).to.deep.equal(['a0', 'a1', 'b0']);
    expect(started).to.have.length(10);
    for (const owner of ['a', 'b'])
      expect(started.filter((one) => one.startsWith(owner))).to.deep.equal(
        [0, 1, 2, 3, 4].map((n) => owner + n),
      );
  });
});
