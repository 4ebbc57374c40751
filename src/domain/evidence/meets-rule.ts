/** Facts + rule -> met, not met or unknown, with reasons. Pure. Unknown never becomes met. */
import { neededOf, periodOf, type AwardRule, type Condition } from '../micro-credentials/award-rule.js';
import type { Fact } from './fact.js';
import { judge } from './judge-condition.js';
import type { ConditionResult, RuleResult, Verdict } from './verdict.js';
import { withinPeriod } from './within-period.js';

/** @param facts of one learner; a condition without its fact is unknown ('no-fact') */
export function meetsRule(rule: AwardRule, facts: readonly Fact[]): RuleResult {
  return answerOf(rule, (condition) => inTime(judge(condition, facts)));
}

/** As `meetsRule`, but whatever day it was: for what was met in time already. */
export function meetsRuleOnAnyDay(rule: AwardRule, facts: readonly Fact[]): RuleResult {
  return answerOf(rule, (condition) => judge(condition, facts));
}

function answerOf(rule: AwardRule, judged: (condition: Condition) => ConditionResult): RuleResult {
  if ('of' in rule) {
    const of = rule.of.map((part) => answerOf(part, judged));
    return { ...rule, verdict: combine(neededOf(rule), of), of };
  }
  const result = judged(rule);
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
