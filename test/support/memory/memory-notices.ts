/** Notices and stops in memory: one notice an offer or a change, with leases as in the database. */
import type { Notice, NoticeEnd, TakenNotice } from '../../../src/domain/notices/notice.js';
import type { NoticeStops, NoticeStore, NoticeKey } from '../../../src/domain/notices/notice-store.js';
import { heldBy, longestDue, nobodyWorksOn, takenBy } from './leased.js';

const idOf = ({ microCredentialId, version, platformId, subject, about }: NoticeKey): string =>
  about
    ? [about.awardId, about.what, about.at.toISOString()].join(' ')
    : [microCredentialId, version, platformId, subject].join(' ');

export function memoryNotices(): NoticeStore & { all: () => Notice[] } {
  const all = new Map<string, Notice>();
  const list = (): Notice[] => [...all.values()];
  const isFree = (notice: Notice, at: Date): boolean =>
    notice.state === 'due' && notice.dueAt <= at && nobodyWorksOn(notice, at);
  const mine = (one: TakenNotice): Notice | undefined => heldBy(all, one);
  const over = (notice: Notice, end: NoticeEnd, at: Date): void => {
    Object.assign(notice, { state: end, endedAt: at });
    delete notice.to;
    delete notice.lease;
  };
  return {
    all: () => structuredClone(list()),
    add: async (notice) => {
      const id = idOf(notice);
      if (!all.has(id)) all.set(id, structuredClone({ ...notice, id }));
    },
    due: async (at, limit) =>
      longestDue(
        list().filter((notice) => isFree(notice, at)),
        limit,
      ),
    take: async (id, at, lease) => takenBy(all.get(id), (notice) => isFree(notice, at), lease),
    begin: async (taken, until) => {
      const found = mine(taken);
      if (found?.state !== 'due' || !found.lease) return false;
      found.state = 'sending';
      found.lease.until = until;
      return true;
    },
    putOff: async (taken, dueAt, tries) => {
      const found = mine(taken);
      if (!found) return;
      Object.assign(found, { state: 'due', dueAt, tries });
      delete found.lease;
    },
    end: async (taken, end, at) => {
      const found = mine(taken);
      if (found) over(found, end, at);
    },
    endAbandoned: async (at) => {
      const found = list().filter(({ state, lease }) => state === 'sending' && lease && lease.until <= at);
      for (const notice of found) over(notice, 'unclear', at);
      return found.length;
    },
    of: async (these) => {
      const wanted = new Set(these.map(idOf));
      const found = list().filter(({ id }) => wanted.has(id));
      return structuredClone(found.map(({ to: _to, lease: _lease, ...notice }) => notice));
    },
  };
}

export function memoryNoticeStops(): NoticeStops {
  const stopped = new Set<string>();
  return {
    stop: async (key) => void stopped.add(key),
    resume: async (key) => void stopped.delete(key),
    isStopped: async (key) => stopped.has(key),
  };
}
