/** The conditions of a rule's answer. */
import type { ConditionResult, RuleResult } from './verdict.js';

/** All of them, from left to right. */
export function conditionResults(result: RuleResult): ConditionResult[] {
  return result.kind === 'condition' ? [result.result] : result.of.flatMap(conditionResults);
}

/** Those that were met: what an award rests on. */
export function metConditions(result: RuleResult): ConditionResult[] {
  return conditionResults(result).filter(({ verdict }) => verdict === 'met');
}
