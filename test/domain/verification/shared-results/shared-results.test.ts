import { expect } from 'chai';
import {
  deleteSharedResult,
  readOwnSharedResult,
  readSharedResult,
} from '../../../../src/domain/verification/shared-results/read-shared-result.js';
import { mostShared, shareResult } from '../../../../src/domain/verification/shared-results/share-result.js';
import { randomId } from '../../../../src/shared/ids.js';
import { aSharedResult } from '../../../support/builders/a-shared-result.js';
import { memorySharedResults } from '../../../support/memory/memory-shared-results.js';
import { thrownProblem } from '../../../support/thrown-problem.js';

describe('shared results of verifications', () => {
  const start = new Date('2026-11-22T12:05:00Z');
  const inDays = (days: number): Date => new Date(start.getTime() + days * 86_400_000);
  let now: Date;
  let deps: {
    sharedResults: ReturnType<typeof memorySharedResults>;
    clock: () => Date;
    newId: () => string;
  };
  beforeEach(() => {
    now = start;
    deps = { sharedResults: memorySharedResults(), clock: () => now, newId: randomId };
  });
  const { outcome, kind, checks, credential, checkedAt } = aSharedResult();
  const result = { outcome, kind, checks, credential, checkedAt, address: 'https://a.example/1' };
  const codeOf = async (deed: () => Promise<unknown>): Promise<string> => (await thrownProblem(deed)).code;

  for (const days of [1, 7, 30] as const) {
    it(`when one is shared for ${days} days, then it is read as it was until then, and gone after`, async () => {
      const { shared } = await shareResult(deps, { result, days });
      expect(shared.id).to.match(/^[A-Za-z0-9_-]{22}$/);
      now = new Date(inDays(days).getTime() - 1);
      expect(await readSharedResult(deps, shared.id)).to.deep.include(result);
      now = inDays(days);
      expect(await codeOf(() => readSharedResult(deps, shared.id))).to.equal('shared-result-gone');
    });
  }

  it('when one is shared, then the secret is not among what is kept', async () => {
    const { secret, shared } = await shareResult(deps, { result, days: 7 });
    expect(JSON.stringify([...deps.sharedResults.all.values()])).not.to.contain(secret);
    expect(shared.deletionHash).to.have.length(64);
  });

  it('when its maker deletes it, then it is gone at once; nobody else can', async () => {
    const { secret, shared } = await shareResult(deps, { result, days: 7 });
    const { id } = shared;
    for (const wrong of ['', 'x', shared.deletionHash, randomId()]) {
      expect(await codeOf(() => readOwnSharedResult(deps, { id, secret: wrong }))).to.equal(
        'shared-result-gone',
      );
      expect(await codeOf(() => deleteSharedResult(deps, { id, secret: wrong }))).to.equal(
        'shared-result-gone',
      );
    }
    expect((await readOwnSharedResult(deps, { id, secret })).id).to.equal(id);
    await deleteSharedResult(deps, { id, secret });
    expect(await codeOf(() => readSharedResult(deps, id))).to.equal('shared-result-gone');
    expect(deps.sharedResults.all.size).to.equal(0);
  });

  it('when an address is none that is given out, then there is no such page', async () => {
    for (const id of ['', 'short', `${randomId()}x`, '../admin'])
      expect(await codeOf(() => readSharedResult(deps, id))).to.equal('not-found');
    expect(await codeOf(() => readSharedResult(deps, randomId()))).to.equal('shared-result-gone');
  });

  it('when another is shared, then those that have ended are removed for good', async () => {
    await shareResult(deps, { result, days: 1 });
    now = inDays(1);
    const { shared } = await shareResult(deps, { result, days: 1 });
    expect([...deps.sharedResults.all.keys()]).to.deep.equal([shared.id]);
  });

  it('when as many are shared as there is room for, then the next is refused until one has ended', async () => {
    let there = mostShared;
    deps.sharedResults.count = async (limit) => Math.min(there, limit);
    expect(await codeOf(() => shareResult(deps, { result, days: 1 }))).to.equal('sharing-full');
    there -= 1;
    expect((await shareResult(deps, { result, days: 1 })).shared.outcome).to.equal('valid');
  });
});
