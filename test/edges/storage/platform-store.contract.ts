import { expect } from 'chai';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { randomId } from '../../../src/shared/ids.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { atOnce, type Replicas } from './replicas.js';
import { without } from './without.js';

export function platformStoreContract(replicas: () => Replicas): void {
  describe('PlatformStore', () => {
    const aNew = (overrides: Partial<Platform> = {}): Platform =>
      aPlatform({ id: randomId(), clientId: randomId(), ...overrides });

    it('a platform, added, is found by id and by client as it was, in another replica too', async () => {
      const platform = aNew();
      await replicas().one.platforms.add(platform);
      expect(await replicas().two.platforms.byId(platform.id)).to.deep.equal(platform);
      expect(await replicas().one.platforms.byClient(platform.issuer, platform.clientId)).to.deep.equal(
        platform,
      );
    });

    it('a platform, asked for by an id nobody has, is undefined', async () => {
      for (const id of ['', 'nobody', '\u0000', 'x'.repeat(100_000), '000000000000000000000000']) {
        expect(await replicas().one.platforms.byId(id)).to.equal(undefined);
      }
    });

    it('platforms of one issuer, asked for by issuer, come without those of others', async () => {
      const issuer = `https://${randomId()}.example.org`;
      const [first, second] = [aNew({ issuer }), aNew({ issuer })];
      for (const platform of [first, second, aNew()]) await replicas().one.platforms.add(platform);
      const ids = (await replicas().one.platforms.byIssuer(issuer)).map(({ id }) => id);
      expect(ids).to.have.members([first.id, second.id]);
      const all = (await replicas().one.platforms.all()).map(({ id }) => id);
      expect(all).to.include.members([first.id, second.id]);
    });

    it('one client, linked twenty times at once, is linked once', async () => {
      const clientId = randomId();
      const outcomes = await atOnce(replicas(), 20, async ({ platforms }) => {
        try {
          await platforms.add(aNew({ clientId }));
          return 'added';
        } catch (error) {
          return (error as { code: string }).code;
        }
      });
      expect(outcomes.filter((outcome) => outcome === 'added')).to.have.length(1);
      expect(outcomes.filter((outcome) => outcome === 'duplicate')).to.have.length(19);
    });

    it('a platform, changed to the client of another, is refused as duplicate and stays', async () => {
      const [one, other] = [aNew(), aNew()];
      await replicas().one.platforms.add(one);
      await replicas().one.platforms.add(other);
      const problem = await thrownProblem(() =>
        replicas().one.platforms.change(other.id, { clientId: one.clientId }),
      );
      expect(problem.code).to.equal('duplicate');
      expect(await replicas().one.platforms.byId(other.id)).to.deep.equal(other);
    });

    it('a platform, changed, has the named fields changed and no other; undefined removes a field', async () => {
      const platform = aNew({ tokenAudience: 'https://audience.example.org' });
      await replicas().one.platforms.add(platform);
      const changed = await replicas().one.platforms.change(platform.id, {
        name: 'New',
        tokenAudience: undefined,
      });
      expect(changed).to.deep.equal({ ...without(platform, 'tokenAudience'), name: 'New' });
      expect(await replicas().two.platforms.change(platform.id, {})).to.deep.equal(changed);
      expect(await replicas().one.platforms.change('nobody', { name: 'x' })).to.equal(undefined);
    });

    it('two fields of a platform, changed at once by two replicas, are both changed', async () => {
      const platform = aNew();
      await replicas().one.platforms.add(platform);
      await Promise.all([
        replicas().one.platforms.change(platform.id, { name: 'New' }),
        replicas().two.platforms.change(platform.id, { state: 'suspended' }),
      ]);
      expect(await replicas().one.platforms.byId(platform.id)).to.include({
        name: 'New',
        state: 'suspended',
      });
    });

    it('a waiting platform, launched by a class at once, becomes active with its first launch', async () => {
      const fields = without(aNew({ state: 'waiting' }), 'firstLaunchAt', 'lastLaunchAt');
      await replicas().one.platforms.add(fields);
      const at = new Date('2026-11-21T10:00:00Z');
      await atOnce(replicas(), 20, ({ platforms }) => platforms.markLaunch(fields.id, at));
      const expected = { state: 'active', firstLaunchAt: at, lastLaunchAt: at };
      expect(await replicas().one.platforms.byId(fields.id)).to.deep.include(expected);
    });

    it('an active platform, launched later, keeps its first launch and moves its last', async () => {
      const platform = aNew();
      await replicas().one.platforms.add(platform);
      const at = new Date('2026-11-21T10:00:00Z');
      await replicas().one.platforms.markLaunch(platform.id, at);
      const found = await replicas().one.platforms.byId(platform.id);
      expect(found).to.deep.equal({ ...platform, lastLaunchAt: at });
    });

    it('a suspended platform, launched all the same, stays suspended', async () => {
      const platform = aNew({ state: 'suspended' });
      await replicas().one.platforms.add(platform);
      await replicas().one.platforms.markLaunch(platform.id, new Date());
      expect((await replicas().one.platforms.byId(platform.id))?.state).to.equal('suspended');
    });

    it('unknown deployments, noted again and again, are kept once each and the last twenty', async () => {
      const platform = aNew();
      await replicas().one.platforms.add(platform);
      const at = new Date('2026-11-21T10:00:00Z');
      const note = (id: string) => replicas().one.platforms.noteUnknownDeployment(platform.id, id, at);
      await note('d0');
      await note('d0');
      expect((await replicas().one.platforms.byId(platform.id))?.unknownDeployments).to.deep.equal([
        { id: 'd0', seenAt: at },
      ]);
      for (let n = 1; n <= 20; n += 1) await note(`d${n}`);
      const kept = (await replicas().one.platforms.byId(platform.id))?.unknownDeployments.map(({ id }) => id);
      expect(kept).to.deep.equal(Array.from({ length: 20 }, (_, n) => `d${n + 1}`));
    });

    for (const injected of [
      { $ne: '' },
      { $gt: '' },
      { $regex: '.*' },
      ['platform-1'],
      null,
      undefined,
      7n,
    ]) {
      it(`a query, given ${injected === undefined ? 'undefined' : typeof injected} ${JSON.stringify(injected, (_k, v: unknown) => (typeof v === 'bigint' ? 'bigint' : v))} for a text, is refused`, async () => {
        const { platforms } = replicas().one;
        await platforms.add(aNew());
        const deeds = [
          () => platforms.byId(injected as never),
          () => platforms.byClient(injected as never, injected as never),
          () => platforms.byIssuer(injected as never),
          () => platforms.change(injected as never, { name: 'taken over' }),
        ];
        for (const deed of deeds) expect((await thrownProblem(deed)).code).to.equal('request-invalid');
      });
    }
  });
}
