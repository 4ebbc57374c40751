import { expect } from 'chai';
import { sentTogether } from '../../../src/edges/storage/sent-together.js';

describe('sentTogether', () => {
  /** Writes numbers; a number below zero is refused alone and in company. */
  function numbers(together?: (items: number[]) => Promise<number[]>) {
    const groups: number[][] = [];
    const alone: number[] = [];
    const send = sentTogether<number>({
      async together(items) {
        groups.push(items);
        if (together) return together(items);
        return items.flatMap((item, place) => (item < 0 ? [place] : []));
      },
      async alone(item) {
        alone.push(item);
        if (item < 0) throw new Error(`refused ${item}`);
      },
    });
    return { send, groups, alone };
  }

  it('one, sent while nothing is under way, goes alone', async () => {
    const { send, groups, alone } = numbers();
    await send(1);
    expect({ groups, alone }).to.deep.equal({ groups: [], alone: [1] });
  });

  it('several, sent in one turn, go together, and those that come meanwhile go next', async () => {
    let release: () => void = () => undefined;
    const { send, groups } = numbers(() => new Promise((resolve) => (release = () => resolve([]))));
    const first = Promise.all([send(1), send(2)]);
    while (groups.length < 1) await new Promise(setImmediate);
    const next = Promise.all([send(3), send(4), send(5)]);
    await new Promise(setImmediate);
    expect(groups).to.deep.equal([[1, 2]]);
    release();
    await first;
    while (groups.length < 2) await new Promise(setImmediate);
    release();
    await next;
    expect(groups).to.deep.equal([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('one among others, when it is refused, gets its own answer, and the others are stored', async () => {
    const { send, alone } = numbers();
    const outcomes = await Promise.allSettled([send(1), send(-2), send(3)]);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).to.have.nested.property('reason.message', 'refused -2');
    expect(alone).to.deep.equal([-2]);
  });

  it('all of a group, when it fails as a whole, are told so, and the next are sent', async () => {
    let away = true;
    const { send } = numbers(async () => {
      if (away) throw new Error('the database is away');
      return [];
    });
    const outcomes = await Promise.allSettled([send(1), send(2)]);
    expect(outcomes.map((outcome) => outcome.status)).to.deep.equal(['rejected', 'rejected']);
    away = false;
    await Promise.all([send(3), send(4)]);
  });

  it('one of many, sent soon after others, waits for the next ones; who comes alone does not', async () => {
    const groups: number[] = [];
    const send = sentTogether<number>(
      {
        together: async (items) => (groups.push(items.length), []),
        alone: async () => void groups.push(1),
      },
      500,
    );
    const begun = performance.now();
    await send(1);
    expect(performance.now() - begun).to.be.below(400);
    await new Promise(setImmediate);
    const second = send(2);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all([second, send(3), send(4)]);
    expect(groups).to.deep.equal([1, 3]);
  });

  it('one that came while others were sent, when writes are gathered, waits for the next ones too', async () => {
    const groups: number[][] = [];
    const send = sentTogether<number>(
      {
        together: async (items) => (groups.push(items), []),
        async alone(item) {
          groups.push([item]);
          await new Promise((resolve) => setTimeout(resolve, 10));
        },
      },
      30,
    );
    const first = send(1);
    while (groups.length < 1) await new Promise(setImmediate);
    const second = send(2);
    await first;
    await Promise.all([second, send(3)]);
    expect(groups).to.deep.equal([[1], [2, 3]]);
  });

  it('very many, sent at once, go in groups of a hundred', async () => {
    const { send, groups, alone } = numbers();
    await Promise.all(Array.from({ length: 301 }, (_, n) => send(n)));
    expect(groups.map(({ length }) => length)).to.deep.equal([100, 100, 100]);
    expect(alone).to.deep.equal([300]);
  });
});
