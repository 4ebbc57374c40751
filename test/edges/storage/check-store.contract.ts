import { expect } from 'chai';
import type { CheckStanding, CheckSubject, TakenCheck } from '../../../src/domain/checks/course-check.js';
import { randomId } from '../../../src/shared/ids.js';
import { atOnce, type Replicas } from './replicas.js';
import { without } from './without.js';

export function checkStoreContract(replicas: () => Replicas): void {
  describe('CheckStore', () => {
    const at = new Date('2026-11-20T08:00:00Z');
    const later = (seconds: number): Date => new Date(at.getTime() + seconds * 1000);
    const aSubject = (overrides: Partial<CheckSubject> = {}): CheckSubject => ({
      microCredentialId: randomId(),
      version: 1,
      courseId: randomId(),
      platformId: randomId(),
      ...overrides,
    });
    const aStanding = (overrides: Partial<CheckStanding> = {}): CheckStanding => ({
      state: 'waiting',
      dueAt: later(60),
      interval: 60_000,
      tries: 0,
      doubts: 0,
      lookedAt: later(1),
      seen: { fingerprint: 'f', lists: [{ list: 'link 5.$', size: 3 }] },
      ...overrides,
    });
    const checks = () => replicas().one.checks;
    const other = () => replicas().two.checks;
    const of = async ({ microCredentialId, version }: CheckSubject) => {
      const found = await other().of(microCredentialId, version);
      if (!found) throw new Error('there is such a check');
      return found;
    };
    const lease = (until = later(60), holder = randomId()) => ({ holder, until });
    /** Asked for and taken. */
    const taken = async (subject: CheckSubject): Promise<TakenCheck> => {
      await checks().ask(subject, at);
      const found = await checks().take((await of(subject)).id, at, lease());
      if (!found) throw new Error('nobody else took it');
      return found;
    };
    /** Due now, of this subject alone: other tests have checks in the same database. */
    const isDue = async (subject: CheckSubject, when: Date, without: string[] = []): Promise<boolean> =>
      (await other().due(when, 1000, without)).some(
        ({ microCredentialId, version }) =>
          microCredentialId === subject.microCredentialId && version === subject.version,
      );

    it('a check, asked for, is there, due, and nobody has looked', async () => {
      const subject = aSubject();
      await checks().ask(subject, at);
      expect(without(await of(subject), 'id')).to.deep.equal({
        ...subject,
        state: 'waiting',
        dueAt: at,
        interval: 60_000,
        tries: 0,
        doubts: 0,
        asked: 0,
        createdAt: at,
      });
      expect(await checks().ofCourse(subject.courseId)).to.deep.equal([await of(subject)]);
      expect(await checks().of(subject.microCredentialId, 2)).to.equal(undefined);
    });

    it('a check, asked for by twenty at once, is one', async () => {
      const subject = aSubject();
      await atOnce(replicas(), 20, (storage, n) =>
        n % 3 === 0 ? storage.checks.askAnew(subject, at) : storage.checks.ask(subject, at),
      );
      const found = await checks().ofCourse(subject.courseId);
      expect(found).to.have.length(1);
      expect(found[0]).to.deep.include({ state: 'waiting', dueAt: at, tries: 0 });
    });

    it('a check that is due, taken by twenty at once, goes to one, who alone can hold it', async () => {
      const subject = aSubject();
      await checks().ask(subject, at);
      const { id } = await of(subject);
      const all = await atOnce(replicas(), 20, (storage) => storage.checks.take(id, at, lease()));
      const mine = all.filter((one) => one !== undefined);
      expect(mine).to.have.length(1);
      const [first] = mine as [TakenCheck];
      expect(await isDue(subject, at)).to.equal(false);
      expect(await other().hold(first, later(90))).to.equal(true);
      const stranger = { ...first, lease: lease() };
      expect(await other().hold(stranger, later(90))).to.equal(false);
      expect(await other().settle(stranger, aStanding())).to.equal(false);
      await other().release(stranger);
      await other().end(stranger);
      expect((await of(subject)).lease).to.deep.equal({ ...first.lease, until: later(90) });
    });

    it('a check whose worker was killed, when the lease is over, is taken by another, and the first settles nothing', async () => {
      const subject = aSubject();
      const first = await taken(subject);
      expect(await checks().take(first.id, later(59), lease(later(120)))).to.equal(undefined);
      const second = await other().take(first.id, later(60), lease(later(120)));
      expect(second?.lease.holder).to.not.equal(first.lease.holder);
      expect(await checks().settle(first, aStanding())).to.equal(false);
      expect((await of(subject)).lookedAt).to.equal(undefined);
    });

    it('a check, settled, keeps what was seen, is free, and due at its time', async () => {
      const subject = aSubject();
      const standing = aStanding({ trouble: 'no-line-item' });
      expect(await checks().settle(await taken(subject), standing)).to.equal(true);
      const found = await of(subject);
      expect(found).to.deep.include(standing);
      expect(found.lease).to.equal(undefined);
      expect(await isDue(subject, later(59))).to.equal(false);
      expect(await isDue(subject, later(60))).to.equal(true);
      const again = await other().take(found.id, later(60), lease(later(120)));
      await other().settle(again as TakenCheck, aStanding({ seen: undefined }));
      expect(await of(subject)).to.not.have.any.keys('trouble', 'seen');
    });

    it('a check, asked for while somebody works on it, is due again when that one settles it', async () => {
      for (const ask of ['ask', 'askAnew'] as const) {
        const subject = aSubject();
        const mine = await taken(subject);
        await other()[ask](subject, later(5));
        expect(await isDue(subject, later(5)), ask).to.equal(false);
        const stopped = aStanding({ state: 'stopped', tries: 10, trouble: 'lms-refused' });
        expect(await checks().settle(mine, stopped)).to.equal(true);
        expect(await isDue(subject, later(5)), ask).to.equal(true);
        expect(await of(subject)).to.deep.include({ state: 'waiting', tries: 0, lookedAt: later(1) });
      }
    });

    it('a check that waits, asked for, is due earlier, never later', async () => {
      const subject = aSubject();
      await checks().settle(await taken(subject), aStanding());
      await checks().ask(subject, later(90));
      expect((await of(subject)).dueAt).to.deep.equal(later(60));
      await checks().ask(subject, later(30));
      expect((await of(subject)).dueAt).to.deep.equal(later(30));
    });

    it('a check that failed or stopped, asked for, keeps its own time; asked for anew, it begins anew', async () => {
      for (const state of ['waiting', 'stopped'] as const) {
        const subject = aSubject();
        const standing = aStanding({ state, tries: 3, trouble: 'lms-refused' });
        await checks().settle(await taken(subject), standing);
        await checks().ask(subject, later(5));
        expect(await of(subject), state).to.deep.include(standing);
        await checks().askAnew(subject, later(5));
        const found = await of(subject);
        expect(found, state).to.deep.include({ state: 'waiting', tries: 0, dueAt: later(5) });
        expect(found).to.not.have.property('trouble');
        expect(found.seen).to.deep.equal(standing.seen);
      }
    });

    it('a check that stopped, is listed, not due, and runs again when it is told to', async () => {
      const subject = aSubject();
      await checks().settle(await taken(subject), aStanding({ state: 'stopped', tries: 10 }));
      const { id } = await of(subject);
      const isListed = async (): Promise<boolean> =>
        (await other().stopped(1000)).some((one) => one.id === id);
      expect(await isListed()).to.equal(true);
      expect(await isDue(subject, later(3600))).to.equal(false);
      expect(await checks().runAgain(id, later(70))).to.equal(true);
      expect(await isListed()).to.equal(false);
      expect(await isDue(subject, later(70))).to.equal(true);
      expect(await checks().runAgain(randomId(), at)).to.equal(false);
    });

    it('checks that are due, asked for, are those longest due first, without those of the platforms left out', async () => {
      const platformId = randomId();
      const made = [later(-3000), later(-3002), later(-3001)].map((when) => ({
        when,
        subject: aSubject({ platformId }),
      }));
      for (const { when, subject } of made) await checks().ask(subject, when);
      const found = (await other().due(later(-3000), 1000, [])).filter(
        (one) => one.platformId === platformId,
      );
      expect(found.map(({ dueAt }) => dueAt)).to.deep.equal([later(-3002), later(-3001), later(-3000)]);
      expect(await other().due(later(-3000), 2, [])).to.have.length(2);
      expect(await isDue(made[0]?.subject as CheckSubject, at, [randomId(), platformId])).to.equal(false);
    });

    it('a check, given back, is due; ended, it is gone', async () => {
      const subject = aSubject();
      const mine = await taken(subject);
      await checks().release(mine);
      expect(await isDue(subject, at)).to.equal(true);
      const again = await other().take(mine.id, at, lease());
      await other().end(again as TakenCheck);
      expect(await checks().of(subject.microCredentialId, 1)).to.equal(undefined);
    });
  });
}
