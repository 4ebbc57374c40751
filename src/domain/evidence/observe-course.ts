/**
 * Asks the LMS once for everything a rule needs: the roster, the roster of each restricted link (`rlid`), the results of each
 * line item; what its own web services tell: observe-records.ts. But for some of those the cost does not depend on the number of
 * learners. What could not be had is told as trouble.
 */
import type { Clock } from '../../shared/clock.js';
import type { CourseRecords } from '../courses/course-records.js';
import type { Course } from '../courses/course.js';
import type { LineItemResult, LmsCourse, RosterMember } from '../courses/lms-course.js';
import { type AwardRule, conditionsOf } from '../micro-credentials/award-rule.js';
import { differencesOf } from '../platforms/differences/differences-of.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import { ask, isAway, type Asked } from './asked.js';
import type { FactTrouble } from './fact.js';
import { observeRecords, type RecordsObservation } from './observe-records.js';

export interface CourseObservation {
  /** Undefined: was not asked, nothing needs it. */
  roster?: Asked<RosterMember[]>;
  /** Subjects listed for a link now, by link id. */
  listed: Map<string, Asked<Set<string>>>;
  /** Results by subject, by link id. */
  results: Map<string, Asked<{ maximum: number; bySubject: Map<string, LineItemResult> }>>;
  records: RecordsObservation;
}

export interface ObservationNeeds {
  /** True when the roster is wanted whatever the rule says. */
  roster: boolean;
  /** Whom it is about, once the roster is there or could not be had; the active learners of the roster unless told. */
  learners?: (roster: RosterMember[] | undefined) => readonly string[];
  /** Milliseconds for the questions that the LMS answers for one learner at a time. */
  patienceMs?: number;
}

export async function observeCourse(
  deps: { lms: LmsCourse; records: CourseRecords; platforms: PlatformStore; clock: Clock },
  course: Course,
  rule: AwardRule,
  needs: ObservationNeeds,
): Promise<CourseObservation> {
  const { lms } = deps;
  const conditions = conditionsOf(rule);
  const linksOf = (kind: 'restricted-activity' | 'own-line-item'): string[] => [
    ...new Set(conditions.flatMap((part) => (part.kind === kind ? [part.linkId] : []))),
  ];
  const restricted = linksOf('restricted-activity');
  // before the lists: somebody who enrols between the two must not look like somebody kept out
  const roster =
    needs.roster || restricted.length > 0
      ? await ask(async () => ({ answer: await lms.roster(course) }))
      : undefined;
  const platform = restricted.length > 0 ? await deps.platforms.byId(course.platformId) : undefined;
  const obeys = !!platform && differencesOf(platform.family).rosterObeysRestrictions;

  // an LMS that does not answer is waited for once, and one that asks to wait is not asked more
  const away = roster && 'trouble' in roster && isAway(roster.trouble) ? roster : undefined;
  const askListed = async (linkId: string) =>
    away ??
    ask<Set<string>>(async () => {
      if (!obeys) return { trouble: 'lms-service-missing' };
      const members = await lms.rosterOfLink(course, linkId);
      return { answer: new Set(members.filter((member) => member.active).map((member) => member.subject)) };
    });
  const askResults = async (linkId: string) =>
    away ??
    ask<{ maximum: number; bySubject: Map<string, LineItemResult> }>(async () => {
      const item = await lms.lineItemOfLink(course, linkId);
      if (!item) return { trouble: 'no-line-item' };
      const results = await lms.results(course, item.url);
      return {
        answer: { maximum: item.maximum, bySubject: new Map(results.map((one) => [one.subject, one])) },
      };
    });

  const [listed, results, records] = await Promise.all([
    byLink(restricted, askListed),
    byLink(linksOf('own-line-item'), askResults),
    observeRecords(deps, {
      course,
      rule,
      subjects: (needs.learners ?? activeLearners)(roster && 'answer' in roster ? roster.answer : undefined),
      patienceMs: needs.patienceMs,
    }),
  ]);
  return { roster, listed, results, records };
}

const activeLearners = (roster: RosterMember[] = []): string[] =>
  roster
    .filter(({ active, roles }) => active && roles.learns && !roles.teaches)
    .map(({ subject }) => subject);

async function byLink<T>(links: string[], question: (linkId: string) => Promise<T>): Promise<Map<string, T>> {
  return new Map(await Promise.all(links.map(async (id) => [id, await question(id)] as const)));
}

/** The first trouble of an observation, and how long the LMS asks to wait in all of it. */
export function troubleOf(observation: CourseObservation): { trouble?: FactTrouble; waitMs?: number } {
  const troubles = everythingAsked(observation).flatMap((one) => (one && 'trouble' in one ? [one] : []));
  const [first] = troubles;
  const waits = troubles.flatMap(({ waitMs }) => (waitMs === undefined ? [] : [waitMs]));
  return {
    ...(first && { trouble: first.trouble }),
    ...(waits.length > 0 && { waitMs: Math.max(...waits) }),
  };
}

function everythingAsked(observation: CourseObservation): (Asked<unknown> | undefined)[] {
  return [
    observation.roster,
    ...observation.listed.values(),
    ...observation.results.values(),
    observation.records.grades,
    ...(observation.records.completion?.values() ?? []),
    ...(observation.records.courseCompletion?.values() ?? []),
    ...(observation.records.ratings?.values() ?? []),
  ];
}
