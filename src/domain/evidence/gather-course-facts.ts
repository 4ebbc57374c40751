/**
 * The facts about everybody in a course, with as many LMS calls as the rule names activities, whatever the class's size; but what
 * the LMS's web services tell one learner at a time is asked of each, as long as there is time.
 */
import type { CourseMember } from '../courses/course-store.js';
import type { Course } from '../courses/course.js';
import { asksFor } from '../micro-credentials/asks-for.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import { ruleOf, type RuleParts } from '../micro-credentials/rule-of.js';
import type { Fact, FactTrouble } from './fact.js';
import { factsOfLearner, learnersOf } from './facts-of-learner.js';
import type { GatherFactsDeps } from './gather-facts.js';
import type { LastList, ListedLearner } from './last-lists.js';
import { observeCourse, troubleOf } from './observe-course.js';

export interface CourseFacts {
  learners: ListedLearner[];
  /** By subject: one fact for each condition of the rule. */
  facts: Map<string, Fact[]>;
  /** When asking began: what happened after it may not be in the answers. */
  askedAt: Date;
  /** Everybody who is active in the course, whatever they do there; undefined where the roster could not be had. */
  present?: ReadonlySet<string>;
  /** When the list was told from which people are shown though it cannot be had now. */
  listedAt?: Date;
  /** The first trouble met; the facts concerned carry theirs. */
  trouble?: FactTrouble;
  /** Milliseconds that the LMS asks to wait, where it says so. */
  waitMs?: number;
}

/**
 * Active learners of the roster; those seen in launches where the roster cannot be had. People who ever taught are left out.
 * @param input.patienceMs milliseconds for questions about single learners; what a page can wait for unless told
 */
export async function gatherCourseFacts(
  deps: GatherFactsDeps,
  input: {
    course: Course;
    microCredential: MicroCredential;
    /** A published version, or what a draft would become. */
    version: { number: number; definition: RuleParts };
    patienceMs?: number;
    /** True: where the roster cannot be had, who was on it last is there as well. */
    showsLastList?: boolean;
    /** Whom it is about, of those who learn in the course; everybody unless told. */
    isAbout?: (subject: string) => boolean;
  },
): Promise<CourseFacts> {
  const { course, microCredential, version, patienceMs, showsLastList, isAbout = () => true } = input;
  const rule = ruleOf(version.definition);
  const askedAt = deps.clock();
  const members = await deps.courses.members(course.id);
  const launched = members.filter((member) => member.roles.learns && !member.everTaught);
  const last = showsLastList ? deps.lastLists?.of(course.id, askedAt) : undefined;
  const known = new Map(lastLearners(last, members).map((one) => [one.subject, one]));
  for (const { person } of launched) {
    const { subject, name, email } = person;
    const listed = known.get(subject);
    known.set(subject, { subject, name: name ?? listed?.name, email: email ?? listed?.email });
  }
  const observation = await observeCourse(deps, course, rule, {
    roster: true,
    learners: (listed) =>
      (listed ? learnersOf(listed, members).map(({ subject }) => subject) : [...known.keys()]).filter(
        isAbout,
      ),
    patienceMs,
  });
  // afterwards: what an examiner or a jury withdrew while the LMS was asked counts no more
  const [confirmations, juryDecisions] = await Promise.all([
    deps.confirmations.all(microCredential.id, version.number),
    asksFor(rule, 'jury-decision') ? deps.juryDecisions.all(microCredential.id, version.number) : [],
  ]);
  const seen = new Map(members.map((member) => [member.person.subject, member]));
  const isHere = ({ platformId }: { platformId: string }): boolean => platformId === course.platformId;
  const confirmed = new Map(confirmations.filter(isHere).map((one) => [one.subject, one]));
  const juried = new Map(juryDecisions.filter(isHere).map((one) => [one.subject, one]));
  const answer = observation.roster && 'answer' in observation.roster ? observation.roster.answer : undefined;
  const roster = answer && learnersOf(answer, members);
  const present = answer && new Set(answer.filter(({ active }) => active).map(({ subject }) => subject));
  const all = roster
    ? roster.map(({ subject, name, email }) => {
        const person = seen.get(subject)?.person;
        return { subject, name: name ?? person?.name, email: email ?? person?.email };
      })
    : [...known.values()];
  if (roster) deps.lastLists?.keep(course.id, { learners: all, at: askedAt });
  const learners = all.filter(({ subject }) => isAbout(subject));
  // of the whole course: whether a restriction is in force is seen by those who are kept out
  const subjects = roster && new Set(roster.map((member) => member.subject));
  const observedAt = deps.clock();
  const facts = new Map(
    learners.map(({ subject }) => [
      subject,
      factsOfLearner(rule, observation, {
        subject,
        member: seen.get(subject),
        confirmation: confirmed.get(subject),
        juryDecision: juried.get(subject),
        learners: subjects,
        observedAt,
      }),
    ]),
  );
  const listedAt = roster ? undefined : last?.at;
  return {
    learners,
    facts,
    askedAt,
    present,
    ...(listedAt && { listedAt }),
    ...troubleOf(observation),
  };
}

/** Who has taught since is none any more. */
function lastLearners(last: LastList | undefined, members: readonly CourseMember[]): ListedLearner[] {
  const taught = new Set(members.flatMap(({ everTaught, person }) => (everTaught ? [person.subject] : [])));
  return (last?.learners ?? []).filter(({ subject }) => !taught.has(subject));
}
