/** Facts + rule -> met, not met or unknown, with reasons. Pure. Unknown never becomes met. */
import {
  periodOf,
  thresholdOf,
  type AwardRule,
  type Combination,
  type Condition,
  type Threshold,
} from '../micro-credentials/award-rule.js';
import type { Fact } from './fact.js';
import { percentOf, pointsReach, scoreReaches } from './score-reaches.js';
import type { ConditionResult, ReasonCode, RuleResult, Verdict } from './verdict.js';
import { withinPeriod } from './within-period.js';

/** @param facts of one learner; a condition without its fact is unknown ('no-fact') */
export function meetsRule(rule: AwardRule, facts: readonly Fact[]): RuleResult {
  if ('of' in rule) {
    const of = rule.of.map((part) => meetsRule(part, facts));
    return { ...rule, verdict: combine(neededOf(rule), of), of };
  }
  const result = inTime(judge(rule, facts));
  return { kind: 'condition', verdict: result.verdict, result };
}

/** What was met outside of the days that count is not met; on a day that nobody told, unknown. */
function inTime(result: ConditionResult): ConditionResult {
  const period = periodOf(result.condition);
  if (!period || result.verdict !== 'met') return result;
  const { at } = result.details;
  const reason = withinPeriod(period, at instanceof Date ? at : undefined);
  if (reason === 'in-time') return result;
  return { ...result, verdict: reason === 'date-unknown' ? 'unknown' : 'not-met', reason };
}

/** How many parts of a combination have to be met. */
function neededOf(rule: Combination): number {
  if (rule.kind === 'at-least') return rule.count;
  return rule.kind === 'all' ? rule.of.length : 1;
}

/**
 * Met once so many parts are met; not met once those that may still be are too few. That is exact for any rule without "not":
 * its answer can only grow with its parts. Of nothing nothing is known.
 */
function combine(needed: number, of: RuleResult[]): Verdict {
  if (of.length === 0) return 'unknown';
  const count = (verdict: Verdict): number => of.filter((part) => part.verdict === verdict).length;
  if (count('met') >= needed) return 'met';
  return count('met') + count('unknown') < needed ? 'not-met' : 'unknown';
}

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;
type Details = Record<string, string | number | Date | undefined>;

function judge(condition: Condition, facts: readonly Fact[]): ConditionResult {
  const answer = (verdict: Verdict, reason: ReasonCode, details: Details = {}): ConditionResult => ({
    condition,
    verdict,
    reason,
    details: Object.fromEntries(
      Object.entries(details).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  switch (condition.kind) {
    case 'restricted-activity': {
      const fact = facts.find(
        (one): one is FactOf<'restricted-activity'> =>
          one.kind === 'restricted-activity' && one.linkId === condition.linkId,
      );
      return fact ? judgeAccess(fact, answer) : answer('unknown', 'no-fact');
    }
    case 'own-line-item': {
      const fact = facts.find(
        (one): one is FactOf<'own-line-item'> =>
          one.kind === 'own-line-item' && one.linkId === condition.linkId,
      );
      return fact ? judgeScore(fact, condition, answer) : answer('unknown', 'no-fact');
    }
    case 'examiner-confirmation': {
      const fact = facts.find((one) => one.kind === 'examiner-confirmation');
      return fact ? judgeConfirmation(fact, answer) : answer('unknown', 'no-fact');
    }
  }
}

type Answer = (verdict: Verdict, reason: ReasonCode, details?: Details) => ConditionResult;

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

function judgeScore(fact: FactOf<'own-line-item'>, asked: Threshold, answer: Answer): ConditionResult {
  const { score, maximum } = fact;
  const threshold: Details = thresholdOf(asked);
  if (fact.trouble) return answer('unknown', fact.trouble, threshold);
  if (score === undefined) return answer('not-met', 'score-none', threshold);
  if (!Number.isFinite(score) || (maximum !== undefined && !Number.isFinite(maximum))) {
    return answer('unknown', 'lms-answer-unreadable', threshold);
  }
  const outOf = maximum !== undefined && maximum > 0 ? maximum : undefined;
  const percent = outOf && percentOf(score, outOf);
  const details = { score, maximum: outOf, percent, ...threshold, at: fact.givenAt };
  const tell = (reached: boolean): ConditionResult =>
    reached ? answer('met', 'score-reached', details) : answer('not-met', 'score-below', details);
  if ('thresholdPoints' in asked) return tell(pointsReach(score, asked.thresholdPoints));
  if (outOf === undefined) return answer('unknown', 'score-no-maximum', { score, ...threshold });
  return tell(scoreReaches(score, outOf, asked.thresholdPercent));
}

function judgeConfirmation(fact: FactOf<'examiner-confirmation'>, answer: Answer): ConditionResult {
  const details = { examiner: fact.examiner?.name, at: fact.at };
  return fact.confirmed
    ? answer('met', 'examiner-confirmed', details)
    : answer('not-met', 'examiner-not-yet', details);
}
