import { expect } from 'chai';
import { keptMilliseconds } from '../../../src/edges/storage/kept-for.js';
import { knownVisits } from '../../../src/edges/storage/known-visits.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { memoryVisits } from '../../support/memory/memory-courses.js';

describe('knownVisits', () => {
  const visit = aVisit();
  const start = visit.startedAt;

  function known() {
    const store = memoryVisits();
    let now = start;
    let read = 0;
    const told: string[] = [];
    const counted = { ...store, byId: (id: string, at: Date) => ((read += 1), store.byId(id, at)) };
    return {
      ...knownVisits(
        counted,
        () => now,
        async ({ id }) => void told.push(id),
      ),
      told,
      store,
      counted,
      read: () => read,
      after: (ms: number) => (now = new Date(start.getTime() + ms)),
    };
  }

  it('a visit, opened and asked for, is answered without the database for five seconds and no longer', async () => {
    const { visits, known: asked, read, after } = known();
    await visits.add(visit);
    for (const ms of [0, keptMilliseconds - 1]) {
      after(ms);
      expect(await asked.byId(visit.id, start)).to.deep.equal(visit);
    }
    expect(read()).to.equal(0);
    after(keptMilliseconds);
    await asked.byId(visit.id, start);
    expect(read()).to.equal(1);
  });

  it('a visit, read from the database, is told; one that was opened here is not', async () => {
    const { visits, known: asked, told, after } = known();
    await visits.add(visit);
    await asked.byId(visit.id, start);
    expect(told).to.deep.equal([]);
    after(keptMilliseconds);
    await asked.byId(visit.id, start);
    await asked.byId('another', start);
    expect(told).to.deep.equal([visit.id]);
  });

  it('a visit, asked for at its end, is over, kept or not', async () => {
    const { visits, known: asked } = known();
    await visits.add(visit);
    expect(await asked.byId(visit.id, visit.expiresAt)).to.equal(undefined);
  });

  it('a visit, ended with its platform, is gone at once', async () => {
    const { visits, known: asked } = known();
    await visits.add(visit);
    await visits.endOfPlatform(visit.platformId);
    expect(await asked.byId(visit.id, start)).to.equal(undefined);
  });

  it('a visit that is read while its platform is suspended, asked for afterwards, is gone', async () => {
    const { visits, known: asked, store, counted } = known();
    await store.add(visit);
    const { byId } = counted;
    let answer: () => void = () => undefined;
    counted.byId = () => new Promise((resolve) => (answer = () => resolve(visit)));
    const slow = asked.byId(visit.id, start);
    await visits.endOfPlatform(visit.platformId);
    answer();
    await slow;
    counted.byId = byId;
    expect(await asked.byId(visit.id, start)).to.equal(undefined);
  });

  it('a visit that could not be opened, asked for, is not there', async () => {
    const { store } = known();
    store.add = () => Promise.reject(new Error('the database is away'));
    const { visits, known: asked } = knownVisits(
      store,
      () => start,
      () => Promise.resolve(),
    );
    await visits.add(visit).catch(() => undefined);
    expect(await asked.byId(visit.id, start)).to.equal(undefined);
  });
});
