/** One condition and the facts -> met, not met or unknown, with the reason. Pure. The days that count: meets-rule.ts. */
import {
  thresholdOf,
  type Condition,
  type LevelThreshold,
  type Threshold,
} from '../micro-credentials/award-rule.js';
import { aboutOf } from './about.js';
import type { Fact } from './fact.js';
import { percentOf, pointsReach, scoreReaches } from './score-reaches.js';
import type { ConditionResult, ReasonCode, Verdict } from './verdict.js';

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;
type Details = Record<string, string | number | Date | undefined>;
type Answer = (verdict: Verdict, reason: ReasonCode, details?: Details) => ConditionResult;

/** @param facts of one learner; a condition without its fact is unknown ('no-fact') */
export function judge(condition: Condition, facts: readonly Fact[]): ConditionResult {
  const answer: Answer = (verdict, reason, details = {}) => ({
    condition,
    verdict,
    reason,
    details: Object.fromEntries(
      Object.entries(details).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  const about = aboutOf(condition);
  const fact = facts.find((one) => aboutOf(one) === about);
  if (fact && 'gone' in fact && fact.gone) return answer('not-met', 'activity-gone');
  return fact ? judgeFact(condition, fact, answer) : answer('unknown', 'no-fact');
}

function judgeFact(condition: Condition, fact: Fact, answer: Answer): ConditionResult {
  switch (fact.kind) {
    case 'restricted-activity':
      return judgeAccess(fact, answer);
    case 'examiner-confirmation':
      return judgeConfirmation(fact, answer);
    case 'jury-decision':
      return judgeJury(fact, answer);
    case 'own-line-item':
    case 'activity-grade':
    case 'course-total':
      // a fact is about its own condition: both have the same kind
      return judgeScore(fact, condition as Threshold, answer);
    case 'activity-completion':
      return judgeCompletion(fact, (condition as { needs: 'passed' | 'completed' }).needs, answer);
    case 'course-completion':
      return judgeCourse(fact, answer);
    case 'competency':
      return judgeCompetency(fact, answer);
  }
}

function judgeAccess(fact: FactOf<'restricted-activity'>, answer: Answer): ConditionResult {
  if (fact.unrestricted === true) return answer('not-met', 'access-unrestricted');
  if (fact.trouble || fact.listed === undefined || fact.unrestricted === undefined) {
    return answer('unknown', fact.trouble ?? 'no-fact');
  }
  const details = { at: fact.launchedAt };
  if (fact.launched && fact.listed) return answer('met', 'access-shown', details);
  if (fact.listed) return answer('not-met', 'access-not-launched');
  return fact.launched
    ? answer('not-met', 'access-not-listed', details)
    : answer('not-met', 'access-neither');
}

function judgeScore(
  fact: FactOf<'own-line-item' | 'activity-grade' | 'course-total'>,
  asked: Threshold,
  answer: Answer,
): ConditionResult {
  if ('thresholdLevel' in asked) return judgeLevel(fact, asked, answer);
  const { score, maximum } = fact;
  const minimum = fact.kind === 'own-line-item' ? 0 : (fact.minimum ?? 0);
  const threshold: Details = { ...thresholdOf(asked) };
  const open = openReason(fact);
  if (open) return answer('unknown', open, threshold);
  if ('onScale' in fact && fact.onScale) return answer('unknown', 'score-on-scale', threshold);
  if (score === undefined) return answer('not-met', 'score-none', threshold);
  if (![score, minimum, maximum ?? 0].every(Number.isFinite)) {
    return answer('unknown', 'lms-answer-unreadable', threshold);
  }
  const outOf = maximum !== undefined && maximum > minimum ? maximum : undefined;
  const percent = outOf && percentOf(score - minimum, outOf - minimum);
  const details = { score, maximum: outOf, percent, ...threshold, at: fact.givenAt };
  const tell = (reached: boolean): ConditionResult =>
    reached ? answer('met', 'score-reached', details) : answer('not-met', 'score-below', details);
  if ('thresholdPoints' in asked) return tell(pointsReach(score, asked.thresholdPoints));
  if (outOf === undefined) return answer('unknown', 'score-no-maximum', { score, ...threshold });
  return tell(scoreReaches(score - minimum, outOf - minimum, asked.thresholdPercent));
}

/** A level means something only on the scale it was chosen of: as many levels, counted from 1. */
function judgeLevel(
  fact: FactOf<'own-line-item' | 'activity-grade' | 'course-total'>,
  { thresholdLevel, levels }: LevelThreshold,
  answer: Answer,
): ConditionResult {
  const asked = { thresholdLevel, levels };
  const open = openReason(fact);
  if (open) return answer('unknown', open, asked);
  const isSameScale =
    fact.kind !== 'own-line-item' && fact.onScale && fact.minimum === 1 && fact.maximum === levels;
  if (!isSameScale) return answer('unknown', 'scale-changed', asked);
  const { score: level, levelName: name, givenAt: at } = fact;
  if (level === undefined) return answer('not-met', 'score-none', asked);
  if (!Number.isInteger(level) || level < 1 || level > levels)
    return answer('unknown', 'lms-answer-unreadable', asked);
  const details = { level, name, ...asked, at };
  return level >= thresholdLevel
    ? answer('met', 'level-reached', details)
    : answer('not-met', 'level-below', details);
}

/** Why nothing can be told: the LMS could not be asked, or its answer leaves it open. */
function openReason(fact: Fact): ReasonCode | undefined {
  const trouble = 'trouble' in fact ? fact.trouble : undefined;
  return trouble ?? ('doubt' in fact ? fact.doubt : undefined);
}

function judgeConfirmation(fact: FactOf<'examiner-confirmation'>, answer: Answer): ConditionResult {
  const details = { examiner: fact.examiner?.name, at: fact.at };
  return fact.confirmed
    ? answer('met', 'examiner-confirmed', details)
    : answer('not-met', 'examiner-not-yet', details);
}

function judgeJury({ decision, examiners, at }: FactOf<'jury-decision'>, answer: Answer): ConditionResult {
  if (decision === undefined) return answer('not-met', 'jury-not-yet');
  if (decision === 'not-proven') return answer('not-met', 'jury-not-proven', { at });
  return answer('met', 'jury-proven', { at, examinerOne: examiners?.[0], examinerTwo: examiners?.[1] });
}

function judgeCompletion(
  fact: FactOf<'activity-completion'>,
  needs: 'passed' | 'completed',
  answer: Answer,
): ConditionResult {
  const { state, done, at } = fact;
  const open = openReason(fact);
  if (open || state === undefined) return answer('unknown', open ?? 'no-fact');
  if (needs === 'completed' && done) return answer('met', 'completion-done', { at });
  switch (state) {
    case 'passed':
      // passed, but something else that its completion asks for is still to be done
      return needs === 'passed'
        ? answer('met', 'completion-passed', { at })
        : answer('not-met', 'completion-not-yet');
    case 'failed':
      return answer('not-met', 'completion-failed', { at });
    case 'incomplete':
      return answer('not-met', 'completion-not-yet');
    case 'complete':
      return needs === 'passed'
        ? answer('unknown', 'completion-pass-untold', { at })
        : answer('met', 'completion-done', { at });
  }
}

function judgeCourse(fact: FactOf<'course-completion'>, answer: Answer): ConditionResult {
  const open = openReason(fact);
  if (open || fact.completed === undefined) return answer('unknown', open ?? 'no-fact');
  return fact.completed
    ? answer('met', 'course-completed', { at: fact.at })
    : answer('not-met', 'course-not-completed');
}

function judgeCompetency(fact: FactOf<'competency'>, answer: Answer): ConditionResult {
  const open = openReason(fact);
  if (open || fact.rating === undefined) return answer('unknown', open ?? 'no-fact');
  switch (fact.rating) {
    case 'proficient':
      return answer('met', 'competency-proficient', { at: fact.at });
    case 'not-proficient':
      return answer('not-met', 'competency-not-proficient', { at: fact.at });
    case 'unrated':
      return answer('not-met', 'competency-unrated');
  }
}
