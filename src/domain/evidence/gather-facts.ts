/** The facts about one learner. An LMS that cannot be asked is a fact with its trouble, never an exception. */
import type { Clock } from '../../shared/clock.js';
import type { CourseRecords } from '../courses/course-records.js';
import type { CourseStore } from '../courses/course-store.js';
import type { Course } from '../courses/course.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { asksFor } from '../micro-credentials/asks-for.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import type { ConfirmationStore } from './confirmation-store.js';
import type { Fact } from './fact.js';
import type { JuryDecisionStore } from './jury-decision-store.js';
import { factsOfLearner, learnersOf } from './facts-of-learner.js';
import type { LastLists } from './last-lists.js';
import { observeCourse } from './observe-course.js';

export interface GatherFactsDeps {
  lms: LmsCourse;
  records: CourseRecords;
  courses: CourseStore;
  confirmations: ConfirmationStore;
  juryDecisions: JuryDecisionStore;
  platforms: PlatformStore;
  clock: Clock;
  /** Undefined: none is kept. */
  lastLists?: LastLists;
}

/**
 * One fact for each condition of the version's rule. Empty for somebody who ever launched as a teacher of the course, or is
 * one in its roster: then nothing can be met.
 * @param input.subject LTI sub on the course's platform
 */
export async function gatherFacts(
  deps: GatherFactsDeps,
  input: { course: Course; microCredential: MicroCredential; version: PublishedVersion; subject: string },
): Promise<Fact[]> {
  const { course, microCredential, version, subject } = input;
  const rule = ruleOf(version.definition);
  const restricted = asksFor(rule, 'restricted-activity');
  const own = await deps.courses.member(course.id, subject);
  if (own?.everTaught) return [];
  const juried = asksFor(rule, 'jury-decision');
  const [observation, members, confirmation, juryDecision] = await Promise.all([
    observeCourse(deps, course, rule, { roster: false, learners: () => [subject] }),
    restricted ? deps.courses.members(course.id) : [],
    deps.confirmations.of(microCredential.id, version.number, course.platformId, subject),
    juried
      ? deps.juryDecisions.of(microCredential.id, version.number, course.platformId, subject)
      : undefined,
  ]);
  const roster = observation.roster && 'answer' in observation.roster ? observation.roster.answer : undefined;
  if (roster?.some((member) => member.subject === subject && member.roles.teaches)) return [];
  return factsOfLearner(rule, observation, {
    subject,
    member: own,
    confirmation,
    juryDecision,
    learners: roster && new Set(learnersOf(roster, members).map((member) => member.subject)),
    observedAt: deps.clock(),
  });
}
