import { expect } from 'chai';
import { hashSecret } from '../../../src/shared/hash-secret.js';
import { randomId } from '../../../src/shared/ids.js';
import { aSharedResult } from '../../support/builders/a-shared-result.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import type { Replicas } from './replicas.js';

export function sharedResultStoreContract(replicas: () => Replicas): void {
  describe('SharedResultStore', () => {
    const at = new Date();
    const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
    const aNew = (overrides = {}) =>
      aSharedResult({ id: randomId(), sharedAt: at, expiresAt: inHours(24), ...overrides });

    it('a result, added, is found as it was in another replica until its end and not after it', async () => {
      const results = [
        aNew(),
        aNew({ address: 'https://a.example/1', container: 'png', credential: undefined }),
      ];
      for (const result of results) await replicas().one.sharedResults.add(result);
      for (const result of results) {
        const found = await replicas().two.sharedResults.byId(result.id, at);
        expect(found).to.deep.equal(JSON.parse(JSON.stringify(result), reviveDates));
        expect(await replicas().one.sharedResults.byId(result.id, inHours(24))).to.equal(undefined);
      }
      expect(await replicas().one.sharedResults.byId(randomId(), at)).to.equal(undefined);
    });

    it('a result, added twice, is refused the second time', async () => {
      const result = aNew();
      await replicas().one.sharedResults.add(result);
      const problem = await thrownProblem(() => replicas().two.sharedResults.add(result));
      expect(problem.code).to.equal('duplicate');
    });

    it('a result, removed with its secret, is gone at once; with another one it stays', async () => {
      const [result, other] = [aNew(), aNew()];
      for (const one of [result, other]) await replicas().one.sharedResults.add(one);
      const { sharedResults } = replicas().two;
      expect(await sharedResults.remove(result.id, hashSecret('another'))).to.equal(false);
      expect(await sharedResults.byId(result.id, at)).to.not.equal(undefined);
      expect(await sharedResults.remove(result.id, result.deletionHash)).to.equal(true);
      expect(await replicas().one.sharedResults.byId(result.id, at)).to.equal(undefined);
      expect(await sharedResults.remove(result.id, result.deletionHash)).to.equal(false);
      expect(await sharedResults.byId(other.id, at)).to.not.equal(undefined);
    });

    it('results that have ended, removed, are counted no more; the others stay', async () => {
      const { one, two } = replicas();
      await one.sharedResults.removeEnded(inHours(1_000));
      const [ended, running] = [aNew({ expiresAt: inHours(1) }), aNew({ expiresAt: inHours(3) })];
      for (const result of [ended, running]) await one.sharedResults.add(result);
      expect([await two.sharedResults.count(10), await two.sharedResults.count(1)]).to.deep.equal([2, 1]);
      await two.sharedResults.removeEnded(inHours(1));
      expect(await one.sharedResults.count(10)).to.equal(1);
      expect((await one.sharedResults.byId(running.id, at))?.id).to.equal(running.id);
    });

    it('a query, given an operator for an id or a secret, is refused and removes nothing', async () => {
      const result = aNew();
      const { sharedResults } = replicas().one;
      await sharedResults.add(result);
      const operator = { $ne: '' } as never;
      for (const deed of [
        () => sharedResults.byId(operator, at),
        () => sharedResults.remove(operator, result.deletionHash),
        () => sharedResults.remove(result.id, operator),
      ]) {
        expect((await thrownProblem(deed)).code).to.equal('request-invalid');
      }
      expect((await sharedResults.byId(result.id, at))?.id).to.equal(result.id);
    });
  });
}

const reviveDates = (name: string, value: unknown): unknown =>
  name.endsWith('At') ? new Date(String(value)) : value;
