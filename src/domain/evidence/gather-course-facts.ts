/** The facts about everybody in a course, with as many LMS calls as the rule names activities, whatever the class's size. */
import type { Course } from '../courses/course.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import type { Fact, FactTrouble } from './fact.js';
import { factsOfLearner, learnersOf } from './facts-of-learner.js';
import type { GatherFactsDeps } from './gather-facts.js';
import { observeCourse, troubleOf } from './observe-course.js';

export interface CourseFacts {
  learners: { subject: string; name?: string; email?: string }[];
  /** By subject: one fact for each condition of the rule. */
  facts: Map<string, Fact[]>;
  /** The first trouble met; the facts concerned carry theirs. */
  trouble?: FactTrouble;
}

/**
 * Active learners of the roster; those seen in launches where the roster cannot be had. People who ever taught are left out.
 */
export async function gatherCourseFacts(
  deps: GatherFactsDeps,
  input: { course: Course; microCredential: MicroCredential; version: PublishedVersion },
): Promise<CourseFacts> {
  const { course, microCredential, version } = input;
  const { rule } = version.definition;
  const [observation, members, confirmations] = await Promise.all([
    observeCourse(deps, course, rule, { roster: true }),
    deps.courses.members(course.id),
    deps.confirmations.all(microCredential.id, version.number),
  ]);
  const seen = new Map(members.map((member) => [member.person.subject, member]));
  const confirmed = new Map(
    confirmations.filter((one) => one.platformId === course.platformId).map((one) => [one.subject, one]),
  );
  const roster =
    observation.roster && 'answer' in observation.roster
      ? learnersOf(observation.roster.answer, members)
      : undefined;
  const learners = roster
    ? roster.map(({ subject, name, email }) => {
        const person = seen.get(subject)?.person;
        return { subject, name: name ?? person?.name, email: email ?? person?.email };
      })
    : members
        .filter((member) => member.roles.learns && !member.everTaught)
        .map(({ person: { subject, name, email } }) => ({ subject, name, email }));
  const subjects = roster && new Set(roster.map((member) => member.subject));
  const observedAt = deps.clock();
  const facts = new Map(
    learners.map(({ subject }) => [
      subject,
      factsOfLearner(rule, observation, {
        subject,
        member: seen.get(subject),
        confirmation: confirmed.get(subject),
        learners: subjects,
        observedAt,
      }),
    ]),
  );
  return { learners, facts, trouble: troubleOf(observation) };
}
