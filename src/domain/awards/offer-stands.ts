/** The rule is asked again at claim: an offer falls only when the evidence is really gone. docs/decisions/0004-access-as-evidence.md */
import type { Fact } from '../evidence/fact.js';
import { meetsRule, meetsRuleOnAnyDay } from '../evidence/meets-rule.js';
import type { RuleResult } from '../evidence/verdict.js';
import type { AwardRule } from '../micro-credentials/award-rule.js';

/** `stands` is false only when the rule is not met for certain, see `stillHolds`. */
export function offerStands(rule: AwardRule, facts: Fact[]): { stands: boolean; result: RuleResult } {
  return { stands: stillHolds(rule, facts).verdict !== 'not-met', result: meetsRule(rule, facts) };
}

/**
 * The answer about somebody who has met the rule before: not met only when that is certain. An LMS that is away does not undo
 * an offer; nor does a list that by now holds everybody, because the others have passed as well: it proves nothing, in either
 * direction. Nor does a date: a grade that was passed in time and given anew since is dated later.
 */
export function stillHolds(rule: AwardRule, facts: readonly Fact[]): RuleResult {
  return meetsRuleOnAnyDay(
    rule,
    facts.map((fact) =>
      fact.kind === 'restricted-activity' && fact.unrestricted ? { ...fact, unrestricted: undefined } : fact,
    ),
  );
}
