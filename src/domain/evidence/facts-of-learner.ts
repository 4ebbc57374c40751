/** Turns what the LMS and we saw of a course into the facts about one learner. Pure. */
import type { CourseMember } from '../courses/course-store.js';
import type { RosterMember } from '../courses/lms-course.js';
import { type AwardRule, type Condition, conditionsOf } from '../micro-credentials/award-rule.js';
import { aboutOf } from './about.js';
import type { Confirmation } from './confirmation-store.js';
import type { Fact } from './fact.js';
import type { JuryDecision } from './jury-decision-store.js';
import type { CourseObservation } from './observe-course.js';
import { recordsFact } from './records-facts.js';

/** Those of a roster who count as learners: active, learning, and never seen teaching, here or in a launch. */
export function learnersOf(roster: RosterMember[], members: CourseMember[]): RosterMember[] {
  const taught = new Set(
    members.filter((member) => member.everTaught).map((member) => member.person.subject),
  );
  return roster.filter(
    (member) => member.active && member.roles.learns && !member.roles.teaches && !taught.has(member.subject),
  );
}

export interface LearnerSeen {
  subject: string;
  member?: CourseMember;
  confirmation?: Confirmation;
  juryDecision?: JuryDecision;
  /** Subjects of the course's learners; undefined when the roster could not be had. */
  learners?: ReadonlySet<string>;
  observedAt: Date;
}

/** One fact for each different condition of the rule. */
export function factsOfLearner(rule: AwardRule, observation: CourseObservation, seen: LearnerSeen): Fact[] {
  const facts = new Map<string, Fact>();
  for (const condition of conditionsOf(rule)) {
    const about = aboutOf(condition);
    if (!facts.has(about)) facts.set(about, factOf(condition, observation, seen));
  }
  return [...facts.values()];
}

function factOf(condition: Condition, observation: CourseObservation, seen: LearnerSeen): Fact {
  switch (condition.kind) {
    case 'restricted-activity':
      return accessFact(condition.linkId, observation, seen);
    case 'own-line-item':
      return scoreFact(condition.linkId, observation, seen);
    case 'examiner-confirmation': {
      const { kind } = condition;
      const { confirmation } = seen;
      if (!confirmation) return { kind, confirmed: false };
      const { confirmed, examiner, reason, at } = confirmation;
      return { kind, confirmed, examiner, reason, at };
    }
    case 'jury-decision':
      return juryFact(seen.juryDecision);
    case 'activity-grade':
    case 'activity-completion':
    case 'course-total':
    case 'course-completion':
    case 'competency':
      return recordsFact(condition, observation.records, seen);
  }
}

function juryFact(found: JuryDecision | undefined): Fact {
  const kind = 'jury-decision';
  if (!found || found.state === 'withdrawn') return { kind };
  const { state, examiners, mayBeNamed, decidedOn } = found;
  return {
    kind,
    decision: state,
    at: new Date(`${decidedOn}T00:00:00.000Z`),
    ...(mayBeNamed && { examiners }),
  };
}

function accessFact(linkId: string, observation: CourseObservation, seen: LearnerSeen): Fact {
  const asked = observation.listed.get(linkId);
  const list = asked && 'answer' in asked ? asked.answer : undefined;
  const launchedAt = seen.member?.launches.find((launch) => launch.linkId === linkId)?.at;
  const { roster } = observation;
  const rosterTrouble = roster && 'trouble' in roster ? roster.trouble : undefined;
  return {
    kind: 'restricted-activity',
    linkId,
    launched: launchedAt !== undefined,
    launchedAt,
    listed: list?.has(seen.subject),
    // sets, not lengths: the list may hold teachers, and miss a learner all the same
    unrestricted: list && seen.learners ? areAllIn(list, seen.learners) : undefined,
    observedAt: seen.observedAt,
    trouble: asked && 'trouble' in asked ? asked.trouble : rosterTrouble,
  };
}

/** Stops at the first who is not: it is asked for each learner of a class. */
function areAllIn(list: ReadonlySet<string>, learners: ReadonlySet<string>): boolean {
  for (const learner of learners) if (!list.has(learner)) return false;
  return true;
}

function scoreFact(linkId: string, observation: CourseObservation, seen: LearnerSeen): Fact {
  const kind = 'own-line-item';
  const { observedAt } = seen;
  const asked = observation.results.get(linkId);
  if (!asked) return { kind, linkId, observedAt, trouble: 'no-line-item' };
  if ('trouble' in asked) return { kind, linkId, observedAt, trouble: asked.trouble };
  const result = asked.answer.bySubject.get(seen.subject);
  return {
    kind,
    linkId,
    score: result?.score,
    maximum: result?.maximum ?? asked.answer.maximum,
    givenAt: result?.at,
    observedAt,
  };
}
