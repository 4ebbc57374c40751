/** The grade a learner may let an award carry: the first line-item result among the reasons. Pure. */
import type { ConditionResult, RuleResult } from '../evidence/verdict.js';

/** From the newest of the results given that has a score; undefined when none has. */
export function carriedGrade(
  ...results: (RuleResult | undefined)[]
): { score: number; maximum: number } | undefined {
  for (const result of results) {
    for (const { details } of result ? conditionResults(result) : []) {
      const { score, maximum } = details;
      if (typeof score === 'number' && typeof maximum === 'number') return { score, maximum };
    }
  }
  return undefined;
}

function conditionResults(result: RuleResult): ConditionResult[] {
  return result.kind === 'condition' ? [result.result] : result.of.flatMap(conditionResults);
}
