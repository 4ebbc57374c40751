import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import type { Replicas } from './replicas.js';

export function sealedTokensContract(replicas: () => Replicas): void {
  describe('SealedTokens', () => {
    const since = new Date('2026-11-20T09:00:00Z');

    it('a token, put, is found in another replica; put again, replaced; removed, gone', async () => {
      const id = randomId();
      const { one, two } = replicas();
      expect(await two.sealedTokens.of(id)).to.equal(undefined);
      await one.sealedTokens.put({ id, sealed: '{"v":1}', since });
      expect(await two.sealedTokens.of(id)).to.deep.equal({ id, sealed: '{"v":1}', since });
      const later = new Date('2026-11-21T09:00:00Z');
      const ofOneSite = { id, sealed: '{"v":2}', site: 'https://school.example.org', since: later };
      await two.sealedTokens.put(ofOneSite);
      expect(await one.sealedTokens.of(id)).to.deep.equal(ofOneSite);
      await two.sealedTokens.put({ id, sealed: '{"v":3}', since: later });
      expect(await one.sealedTokens.of(id)).to.deep.equal({ id, sealed: '{"v":3}', since: later });
      await one.sealedTokens.remove(id);
      expect(await two.sealedTokens.of(id)).to.equal(undefined);
    });

    it('a refusal, noted, is found in another replica; one of a token that was replaced is not; put again, it is gone', async () => {
      const id = randomId();
      const { one, two } = replicas();
      const token = { id, sealed: '{"v":1}', since };
      const refused = { reason: 'lms-token-refused', since } as const;
      await one.sealedTokens.put(token);
      await one.sealedTokens.note({ ...token, refused });
      expect(await two.sealedTokens.of(id)).to.deep.equal({ ...token, refused });
      await two.sealedTokens.put({ ...token, sealed: '{"v":2}' });
      await one.sealedTokens.note({ ...token, refused });
      expect(await two.sealedTokens.of(id)).to.deep.equal({ ...token, sealed: '{"v":2}' });
    });

    it('the token of one platform, removed, leaves that of another', async () => {
      const [mine, other] = [randomId(), randomId()];
      const { one } = replicas();
      for (const id of [mine, other]) await one.sealedTokens.put({ id, sealed: '{}', since });
      await one.sealedTokens.remove(mine);
      expect(await one.sealedTokens.of(other)).to.deep.equal({ id: other, sealed: '{}', since });
    });
  });
}
