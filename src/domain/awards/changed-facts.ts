/** What was true of an award and certainly is not any more. Pure. */
import { conditionResults } from '../evidence/condition-results.js';
import type { ConditionResult, RuleResult } from '../evidence/verdict.js';
import type { FactChange } from './award-review.js';
import type { Award } from './award.js';

export interface TrueThen {
  result: RuleResult;
  at: Date;
  /** 'claimed': at the claim, as it should be. 'offered': what was true at the claim is not known, or could not be asked then. */
  when: 'claimed' | 'offered';
}

/** The last answer that says that the award was earned. */
export function trueThen({ basis, offeredAt, claimBasis, issuedAt }: Award): TrueThen {
  return claimBasis?.verdict === 'met' && issuedAt
    ? { result: claimBasis, at: issuedAt, when: 'claimed' }
    : { result: basis, at: offeredAt, when: 'offered' };
}

/**
 * None where the rule is met or may be met. Otherwise at least one: what was met then; or all that is not met, where the
 * two answers are not those of one rule.
 */
export function changedFacts(award: Award, now: RuleResult): FactChange[] {
  if (now.verdict !== 'not-met') return [];
  const then = conditionResults(trueThen(award).result);
  const lacking = conditionResults(now).flatMap((one, place) =>
    one.verdict === 'not-met' ? [{ place, told: toldOf(one) }] : [],
  );
  const fallen = lacking.filter(({ place }) => then[place]?.verdict === 'met');
  return fallen.length > 0 ? fallen : lacking;
}

function toldOf({ reason, details }: ConditionResult): string {
  const told = Object.entries(details).filter(([, value]) => !(value instanceof Date));
  return JSON.stringify([reason, ...told.sort(([a], [b]) => (a < b ? -1 : 1))]);
}
