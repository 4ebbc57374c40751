/**
 * Who launches is remembered a moment after the launch was answered, many people in one command: a class launches at once. Nothing
 * is lost by it: each visit, stored before the answer, tells the same, and one that is read where it is not known whether
 * its launch was remembered brings it up again. Whoever asks here for members is answered after what waits is stored.
 * docs/decisions/0009-what-a-launch-asks-of-the-database.md
 */
import type { CourseStore } from '../../domain/courses/course-store.js';
import { personInCourse, type Visit } from '../../domain/courses/visit.js';
import { Problem } from '../../shared/problem.js';
import { recentlyUsed } from '../../shared/recently-used.js';
import type { StorageLog } from './storage-log.js';

type Sighting = Parameters<CourseStore['seeMember']>;

export interface MembersBehind {
  /** The given store; members have to be told to it and asked of it. */
  courses: CourseStore;
  /** To be told each visit that is read from the database. */
  visitRead(visit: Visit): Promise<void>;
  /** Stores what waits. @throws Problem storage-unavailable: it waits on then */
  store(): Promise<void>;
}

/** Milliseconds that a launch may wait to be remembered: so many launches go in one command. */
const longestWait = 250;
/** Milliseconds until a database that did not answer is asked again. */
const untilNextTry = 2_000;
const mostKnown = 5_000;

export function membersBehind(courses: CourseStore, log: StorageLog): MembersBehind {
  let waiting = new Map<string, Sighting[]>();
  let storing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const remembered = recentlyUsed<true>(mostKnown);

  /** Of one member, before or after what waits already; of each link the last that comes tells all. */
  function wait(sightings: Sighting[], place: 'first' | 'last'): void {
    const [[courseId, { subject }]] = sightings as [Sighting];
    const member = memberOf(courseId, subject);
    const others = waiting.get(member) ?? [];
    const all = place === 'first' ? [...sightings, ...others] : [...others, ...sightings];
    waiting.set(member, [...new Map(all.map((one) => [one[3], one])).values()]);
    const milliseconds = place === 'first' ? untilNextTry : longestWait;
    timer ??= setTimeout(() => void store().catch(() => undefined), milliseconds).unref();
  }

  async function remember(sighting: Sighting): Promise<void> {
    await courses.seeMember(...sighting);
    remembered.set(nameOf(sighting), true);
  }

  /** In their order. What the database could not take waits on; what it never will is told, and the visit tells it again. */
  async function rememberAll(sightings: Sighting[]): Promise<void> {
    for (const [place, sighting] of sightings.entries()) {
      try {
        await remember(sighting);
      } catch (error) {
        log.error({ err: error }, 'a launch could not be remembered');
        if (!(error instanceof Problem) || error.code !== 'storage-unavailable') continue;
        wait(sightings.slice(place), 'first');
        throw error;
      }
    }
  }

  function store(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    // one after the other, so that nothing old is written over something new
    storing = storing
      .catch(() => undefined)
      .then(async () => {
        const taken = [...waiting.values()];
        waiting = new Map();
        const outcomes = await Promise.allSettled(taken.map(rememberAll));
        for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
      });
    return storing;
  }

  /** What waits of one course: trouble with another's is not its own. */
  async function storeOf(courseId: string): Promise<void> {
    try {
      await store();
    } catch (error) {
      if ([...waiting.keys()].some((member) => member.startsWith(memberOf(courseId, '')))) throw error;
    }
  }

  return {
    courses: {
      ...courses,
      async seeMember(...sighting) {
        const [courseId, , roles] = sighting;
        if (!roles.teaches) return wait([sighting], 'last');
        // who has taught is no learner from this moment on, in every replica
        await storeOf(courseId);
        await remember(sighting);
      },
      async member(courseId, subject) {
        await storing.catch(() => undefined);
        if (waiting.has(memberOf(courseId, subject))) await store();
        return courses.member(courseId, subject);
      },
      async members(courseId) {
        await storeOf(courseId);
        return courses.members(courseId);
      },
    },
    async visitRead(visit) {
      const { courseId, person, roles, linkId, startedAt } = visit;
      const sighting: Sighting = [courseId, personInCourse(visit), roles, linkId, startedAt];
      if (remembered.get(nameOf(sighting)) || waiting.has(memberOf(courseId, person.subject))) return;
      const member = await courses.member(courseId, person.subject);
      const launch = member?.launches.find((one) => one.linkId === linkId);
      if (launch && launch.at >= startedAt) remembered.set(nameOf(sighting), true);
      else await remember(sighting);
    },
    store,
  };
}

const memberOf = (courseId: string, subject: string): string => `${courseId} ${subject}`;

const nameOf = ([courseId, { subject }, , linkId, at]: Sighting): string =>
  JSON.stringify([courseId, subject, linkId, at.getTime()]);
