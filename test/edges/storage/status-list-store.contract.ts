import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import { atOnce, type Replicas } from './replicas.js';

export function statusListStoreContract(replicas: () => Replicas): void {
  describe('StatusListStore', () => {
    const at = new Date('2026-11-20T09:00:00Z');

    it('the current list of an institution, asked for by twenty at once, is made once', async () => {
      const institutionId = randomId();
      const lists = await atOnce(replicas(), 20, ({ statusLists }) => statusLists.current(institutionId, at));
      expect(new Set(lists.map(({ id }) => id)).size).to.equal(1);
      expect(lists[0]).to.deep.equal({ id: lists[0]?.id, institutionId, createdAt: at });
      expect(await replicas().one.statusLists.byId(lists[0]?.id ?? '')).to.deep.equal(lists[0]);
      expect(await replicas().one.statusLists.byId('nobody')).to.equal(undefined);
    });

    it('a full list, closed, is followed by another one, made once, and is still found', async () => {
      const institutionId = randomId();
      const { statusLists } = replicas().one;
      const first = await statusLists.current(institutionId, at);
      await statusLists.close(first.id);
      await statusLists.close(first.id);
      const next = await atOnce(replicas(), 10, ({ statusLists }) => statusLists.current(institutionId, at));
      expect(new Set(next.map(({ id }) => id)).size).to.equal(1);
      expect(next[0]?.id).not.to.equal(first.id);
      expect(await statusLists.byId(first.id)).to.deep.equal(first);
    });

    it('a list, published, has the signed text; published again, the newer', async () => {
      const { statusLists } = replicas().one;
      const list = await statusLists.current(randomId(), at);
      const published = {
        credential: '{"a":1}',
        fingerprint: '1',
        etag: '"1"',
        publishedAt: at,
        signedWith: 'did:web:x#1',
      };
      await statusLists.publish(list.id, published);
      expect(await replicas().two.statusLists.byId(list.id)).to.deep.equal({ ...list, ...published });
      await statusLists.publish(list.id, { ...published, fingerprint: '2' });
      expect((await statusLists.byId(list.id))?.fingerprint).to.equal('2');
      await statusLists.publish('nobody', published);
      expect(await statusLists.byId('nobody')).to.equal(undefined);
    });
  });
}
