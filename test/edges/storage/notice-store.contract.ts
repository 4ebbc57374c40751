import { expect } from 'chai';
import type { Notice } from '../../../src/domain/notices/notice.js';
import { randomId } from '../../../src/shared/ids.js';
import { atOnce, type Replicas } from './replicas.js';
import { without } from './without.js';

export function noticeStoreContract(replicas: () => Replicas): void {
  describe('NoticeStore', () => {
    const at = new Date('2001-01-01T08:00:00Z');
    const later = new Date('2001-01-01T08:05:00Z');
    const aNew = (overrides: Partial<Notice> = {}): Omit<Notice, 'id'> => ({
      microCredentialId: randomId(),
      version: 1,
      courseId: 'course-1',
      platformId: 'platform-1',
      subject: 'learner-1',
      state: 'due',
      to: { address: 'ada@example.org', name: 'Ada' },
      dueAt: at,
      tries: 0,
      createdAt: at,
      ...overrides,
    });
    const only = async (notice: Omit<Notice, 'id'>): Promise<Notice> => {
      const [found] = await replicas().two.notices.of([notice]);
      if (!found) throw new Error('the notice is there');
      return found;
    };
    const added = async (overrides: Partial<Notice> = {}): Promise<Notice> => {
      const notice = aNew(overrides);
      await replicas().one.notices.add(notice);
      return { ...notice, id: (await only(notice)).id };
    };

    it('one offer, noted by twenty at once, has one notice: the first, told without where it goes', async () => {
      const notice = aNew();
      await atOnce(replicas(), 20, ({ notices }) => notices.add(notice));
      await replicas().one.notices.add({ ...notice, tries: 9 });
      const found = await replicas().two.notices.of([notice, aNew()]);
      expect(found).to.have.length(1);
      expect(found[0]).to.deep.equal({ ...without(notice, 'to'), id: found[0]?.id });
    });

    it('changes of one award, noted by twenty at once, have a notice each, beside that of its offer, and are found by what names them', async () => {
      const offer = aNew();
      const change = (what: 'suspended' | 'resumed', when: Date): Omit<Notice, 'id'> => ({
        ...offer,
        about: { awardId: offer.microCredentialId, what, at: when },
      });
      const all = [offer, change('suspended', at), change('resumed', later), change('suspended', later)];
      await atOnce(replicas(), 20, ({ notices }) => Promise.all(all.map((one) => notices.add(one))));
      const found = await replicas().two.notices.of(all);
      expect(found).to.have.length(4);
      expect((await only(change('suspended', later))).about).to.deep.equal({
        awardId: offer.microCredentialId,
        what: 'suspended',
        at: later,
      });
      expect(await only(offer)).to.not.have.property('about');
    });

    it('a notice, while it is not due, or somebody works on it, or it is over, is not due', async () => {
      const { notices } = replicas().one;
      const isDue = async (id: string, when: Date): Promise<boolean> =>
        (await notices.due(when, 1_000)).some((one) => one.id === id);
      const notice = await added();
      expect(await isDue(notice.id, new Date(at.getTime() - 1))).to.equal(false);
      expect(await isDue(notice.id, at)).to.equal(true);
      const taken = await notices.take(notice.id, at, { holder: 'one', until: later });
      if (!taken) throw new Error('it is free');
      expect(await isDue(notice.id, at)).to.equal(false);
      expect(await isDue(notice.id, later)).to.equal(true);
      await notices.end(taken, 'sent', later);
      expect(await isDue(notice.id, later)).to.equal(false);
    });

    it('a due notice, taken by twenty at once, is one taker’s', async () => {
      const { id } = await added();
      const taken = await atOnce(replicas(), 20, ({ notices }, n) =>
        notices.take(id, at, { holder: `holder-${n}`, until: later }),
      );
      expect(taken.filter(Boolean)).to.have.length(1);
    });

    it('a taken notice, begun and ended, has its end and no longer where it went', async () => {
      const { notices } = replicas().one;
      const notice = await added();
      const taken = await notices.take(notice.id, at, { holder: 'one', until: later });
      if (!taken) throw new Error('it is free');
      expect(taken.to).to.deep.equal({ address: 'ada@example.org', name: 'Ada' });
      expect(await notices.begin(taken, later)).to.equal(true);
      expect(await notices.begin(taken, later)).to.equal(false);
      await notices.end(taken, 'sent', later);
      expect(await only(notice)).to.deep.include({ state: 'sent', endedAt: later });
      expect(await notices.take(notice.id, later, { holder: 'two', until: later })).to.equal(undefined);
    });

    it('a notice that is put off, is due then, with its tries', async () => {
      const { notices } = replicas().one;
      const notice = await added();
      const taken = await notices.take(notice.id, at, { holder: 'one', until: later });
      if (!taken) throw new Error('it is free');
      await notices.begin(taken, later);
      await notices.putOff(taken, later, 1);
      expect(await notices.take(notice.id, at, { holder: 'two', until: later })).to.equal(undefined);
      expect(await notices.take(notice.id, later, { holder: 'two', until: later })).to.deep.include({
        tries: 1,
      });
    });

    it('a worker whose lease another one has by now, changes nothing any more', async () => {
      const { one, two } = replicas();
      const notice = await added();
      const first = await one.notices.take(notice.id, at, { holder: 'one', until: at });
      await two.notices.take(notice.id, at, { holder: 'two', until: later });
      if (!first) throw new Error('it is free');
      expect(await one.notices.begin(first, later)).to.equal(false);
      await one.notices.putOff(first, later, 7);
      await one.notices.end(first, 'sent', later);
      expect(await only(notice)).to.deep.include({ state: 'due', tries: 0 });
    });

    it('a notice whose sender was killed while the server had it, is ended as unclear, once, and never sent', async () => {
      const notice = await added();
      const { one, two } = replicas();
      const taken = await one.notices.take(notice.id, at, { holder: 'one', until: later });
      if (!taken) throw new Error('it is free');
      await one.notices.begin(taken, later);
      expect(await two.notices.endAbandoned(at)).to.equal(0);
      const ended = await atOnce(replicas(), 6, ({ notices }) => notices.endAbandoned(later));
      expect(ended.reduce((sum, count) => sum + count, 0)).to.equal(1);
      expect(await only(notice)).to.deep.include({ state: 'unclear' });
    });
  });

  describe('NoticeStops', () => {
    it('a key, stopped twice and wanted again, is stopped until then', async () => {
      const { one, two } = replicas();
      const key = randomId();
      expect(await two.noticeStops.isStopped(key)).to.equal(false);
      await one.noticeStops.stop(key, new Date());
      await two.noticeStops.stop(key, new Date());
      expect(await one.noticeStops.isStopped(key)).to.equal(true);
      await one.noticeStops.resume(key);
      expect(await two.noticeStops.isStopped(key)).to.equal(false);
    });
  });
}
