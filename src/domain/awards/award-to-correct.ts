/** The award that an offered correction is to take the place of, as the claim has to know it. */
import { Problem } from '../../shared/problem.js';
import type { Clock } from '../../shared/clock.js';
import type { RuleResult } from '../evidence/verdict.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';
import { canBeCorrected } from './correct-award.js';

/**
 * Undefined for an offer that corrects nothing.
 * @throws Problem award-move-not-allowed when the award was revoked or has expired meanwhile: there is nothing to correct any more
 */
export async function awardToCorrect(
  deps: { awards: AwardStore; clock: Clock },
  { correction }: Award,
): Promise<Award | undefined> {
  if (!correction) return undefined;
  const old = await deps.awards.byId(correction.of);
  if (!old || !canBeCorrected(old, deps.clock()))
    throw new Problem('award-move-not-allowed', { facts: { state: old?.state } });
  return old;
}

/** Of the same version: what was earned was earned. What the LMS says now counts where it says yes: a grade may be what is corrected. */
export function asEarned(old: Award, now: RuleResult): { stands: true; result: RuleResult } {
  return { stands: true, result: now.verdict === 'met' ? now : (old.claimBasis ?? old.basis) };
}

export const isSameLearner = (one: Award, other: Award): boolean =>
  one.platformId === other.platformId && one.subject === other.subject;
