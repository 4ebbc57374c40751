/** The grade a learner may let an award carry: the first line-item result among the reasons. Pure. */
import { conditionResults } from '../evidence/condition-results.js';
import type { RuleResult } from '../evidence/verdict.js';

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
