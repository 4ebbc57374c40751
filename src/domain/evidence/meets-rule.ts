/** Facts + rule -> met, not met or unknown, with reasons. Pure. Unknown never becomes met. */
import { Problem } from '../../shared/problem.js';
import type { AwardRule } from '../micro-credentials/award-rule.js';
import type { Fact } from './fact.js';
import type { RuleResult } from './verdict.js';

/** @param facts of one learner; a condition without its fact is unknown ('no-fact') */
export function meetsRule(rule: AwardRule, facts: readonly Fact[]): RuleResult {
  throw new Problem('unexpected', { detail: `${rule.kind} ${facts.length}` });
}
