/** How far somebody is from meeting a rule: the fewest conditions that still have to be met. */
import { neededOf } from '../micro-credentials/award-rule.js';
import type { RuleResult } from './verdict.js';

/** 0 when the rule is met. A condition that could not be checked still has to be met. */
export function stepsLeft(result: RuleResult): number {
  if (result.verdict === 'met') return 0;
  if (result.kind === 'condition') return 1;
  const parts = result.of.map(stepsLeft).sort((a, b) => a - b);
  return parts.slice(0, neededOf(result)).reduce((sum, steps) => sum + steps, 0);
}
