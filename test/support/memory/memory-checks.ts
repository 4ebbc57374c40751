/** Checks in memory: one for each version of a micro-credential, with leases as in the database. */
import type { CheckStore } from '../../../src/domain/checks/check-store.js';
import type { CheckSubject, CourseCheck, TakenCheck } from '../../../src/domain/checks/course-check.js';
import { newCheck } from '../../../src/domain/checks/new-check.js';
import { heldBy, longestDue, nobodyWorksOn, takenBy } from './leased.js';

export function memoryChecks(...initial: CourseCheck[]): CheckStore {
  const all = new Map(initial.map((check) => [check.id, structuredClone(check)]));
  const list = (): CourseCheck[] => [...all.values()];
  const idOf = ({ microCredentialId, version }: Pick<CheckSubject, 'microCredentialId' | 'version'>) =>
    `check-of-${microCredentialId}-${version}`;
  const isFree = (check: CourseCheck, at: Date): boolean =>
    check.state === 'waiting' && check.dueAt <= at && nobodyWorksOn(check, at);
  const mine = (one: TakenCheck): CourseCheck | undefined => heldBy(all, one);
  const runAgain = (id: string, at: Date): boolean => {
    const found = all.get(id);
    if (found)
      Object.assign(found, {
        state: 'waiting',
        dueAt: at,
        tries: 0,
        trouble: undefined,
        asked: found.asked + 1,
      });
    return found !== undefined;
  };
  const make = (subject: CheckSubject, at: Date): void => {
    const { microCredentialId, version, courseId, platformId } = subject;
    const id = idOf(subject);
    all.set(id, { id, microCredentialId, version, courseId, platformId, ...newCheck(at) });
  };
  return {
    ask: async (subject, at) => {
      const found = all.get(idOf(subject));
      if (!found) make(subject, at);
      else if (found.state === 'waiting' && found.tries === 0) {
        found.asked += 1;
        if (at < found.dueAt) found.dueAt = at;
      }
    },
    askAnew: async (subject, at) => {
      if (!runAgain(idOf(subject), at)) make(subject, at);
    },
    runAgain: async (id, at) => runAgain(id, at),
    due: async (at, limit, without) =>
      longestDue(
        list().filter((check) => isFree(check, at) && !without.includes(check.platformId)),
        limit,
      ),
    take: async (id, at, lease) => takenBy(all.get(id), (check) => isFree(check, at), lease),
    hold: async (taken, until) => {
      const found = mine(taken);
      if (found?.lease) found.lease.until = until;
      return found !== undefined;
    },
    settle: async (taken, { state, dueAt, tries, ...standing }) => {
      const found = mine(taken);
      if (!found) return false;
      const seen = { trouble: undefined, lookedAt: undefined, seen: undefined, ...standing };
      Object.assign(found, structuredClone(seen), found.asked === taken.asked && { state, dueAt, tries });
      delete found.lease;
      return true;
    },
    release: async (taken) => void delete mine(taken)?.lease,
    end: async (taken) => {
      if (mine(taken)) all.delete(taken.id);
    },
    of: async (microCredentialId, version) => structuredClone(all.get(idOf({ microCredentialId, version }))),
    ofCourse: async (courseId) => structuredClone(list().filter((check) => check.courseId === courseId)),
    stopped: async (limit) =>
      structuredClone(
        list()
          .filter(({ state }) => state === 'stopped')
          .sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime())
          .slice(0, limit),
      ),
  };
}
