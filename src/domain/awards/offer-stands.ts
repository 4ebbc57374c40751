/** The rule is asked again at claim: an offer falls only when the evidence is really gone. docs/decisions/0004-access-as-evidence.md */
import type { Fact } from '../evidence/fact.js';
import { meetsRule } from '../evidence/meets-rule.js';
import type { RuleResult } from '../evidence/verdict.js';
import type { AwardRule } from '../micro-credentials/award-rule.js';

/**
 * `stands` is false only when the rule is not met for certain. An LMS that is away does not undo an offer; nor does a list
 * that by now holds everybody, because the others have passed as well: it proves nothing, in either direction. Nor does a
 * date: a grade that was passed in time and given anew since is dated later.
 */
export function offerStands(rule: AwardRule, facts: Fact[]): { stands: boolean; result: RuleResult } {
  const silent = facts.map(withoutWhatProvesNothing);
  return { stands: meetsRule(rule, silent).verdict !== 'not-met', result: meetsRule(rule, facts) };
}

function withoutWhatProvesNothing(fact: Fact): Fact {
  switch (fact.kind) {
    case 'restricted-activity':
      return fact.unrestricted ? { ...fact, unrestricted: undefined } : fact;
    case 'own-line-item':
    case 'activity-grade':
    case 'course-total':
      return { ...fact, givenAt: undefined };
    case 'examiner-confirmation':
    case 'activity-completion':
    case 'course-completion':
    case 'competency':
      return { ...fact, at: undefined };
  }
}
