import { expect } from 'chai';
import { keptMilliseconds } from '../../../src/edges/storage/kept-for.js';
import { knownPlatforms } from '../../../src/edges/storage/known-platforms.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';

describe('knownPlatforms', () => {
  const start = new Date('2026-11-26T10:00:00Z').getTime();
  const platform = aPlatform();

  function known() {
    const store = memoryPlatforms(platform);
    const read: string[] = [];
    let now = start;
    const counted = {
      ...store,
      byId: (id: string) => (read.push(id), store.byId(id)),
      byClient: (issuer: string, clientId: string) => (read.push(clientId), store.byClient(issuer, clientId)),
      byIssuer: (issuer: string) => (read.push(issuer), store.byIssuer(issuer)),
    };
    const kept = knownPlatforms(counted, () => new Date(now));
    return { ...kept, counted, store, read, after: (ms: number) => (now = start + ms) };
  }

  it('a platform, asked for again and again, is read once in five seconds, each way of asking for itself', async () => {
    const { known: asked, read, after } = known();
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await asked.byId(platform.id)).to.deep.equal(platform);
      expect(await asked.byClient(platform.issuer, platform.clientId)).to.deep.equal(platform);
      expect(await asked.byIssuer(platform.issuer)).to.deep.equal([platform]);
    }
    expect(read).to.deep.equal([platform.id, platform.clientId, platform.issuer]);
    after(keptMilliseconds);
    await asked.byId(platform.id);
    expect(read).to.have.length(4);
  });

  it('a platform that another replica changed, asked for, is old for five seconds and no longer', async () => {
    const { known: asked, store, after } = known();
    await asked.byId(platform.id);
    await store.change(platform.id, { state: 'suspended' });
    after(keptMilliseconds - 1);
    expect((await asked.byId(platform.id))?.state).to.equal(platform.state);
    after(keptMilliseconds);
    expect((await asked.byId(platform.id))?.state).to.equal('suspended');
  });

  it('a platform, changed here, is known as changed at once', async () => {
    const { known: asked, platforms } = known();
    await asked.byId(platform.id);
    await platforms.change(platform.id, { state: 'suspended' });
    expect((await asked.byId(platform.id))?.state).to.equal('suspended');
  });

  it('a platform that is read while it is changed, asked for afterwards, is the changed one', async () => {
    const { known: asked, platforms, counted, store } = known();
    const old = await store.byId(platform.id);
    const { byId } = counted;
    let answer: () => void = () => undefined;
    counted.byId = () => new Promise((resolve) => (answer = () => resolve(old)));
    const slow = asked.byId(platform.id);
    await platforms.change(platform.id, { state: 'suspended' });
    answer();
    await slow;
    counted.byId = byId;
    expect((await asked.byId(platform.id))?.state).to.equal('suspended');
  });

  it('what nobody linked, asked for, is not kept: it may be linked at any moment, and strangers ask for anything', async () => {
    const { known: asked, store, read } = known();
    const other = aPlatform({ id: 'platform-2', issuer: 'https://other.example.org' });
    expect(await asked.byId(other.id)).to.equal(undefined);
    expect(await asked.byIssuer(other.issuer)).to.deep.equal([]);
    await store.add(other);
    expect(await asked.byId(other.id)).to.deep.equal(other);
    expect(await asked.byIssuer(other.issuer)).to.deep.equal([other]);
    expect(read).to.have.length(4);
  });

  it('a clock that is set back, asked at, keeps nothing from the future', async () => {
    const { known: asked, read, after } = known();
    await asked.byId(platform.id);
    after(-3_600_000);
    await asked.byId(platform.id);
    expect(read).to.have.length(2);
  });
});
