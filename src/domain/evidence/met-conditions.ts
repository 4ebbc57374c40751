/** The conditions of a rule's answer that were met: what an award rests on. */
import type { ConditionResult, RuleResult } from './verdict.js';

export function metConditions(result: RuleResult): ConditionResult[] {
  if (result.kind === 'condition') return result.verdict === 'met' ? [result.result] : [];
  return result.of.flatMap(metConditions);
}
