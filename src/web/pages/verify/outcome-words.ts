/** Which words tell an outcome: its own, or those of a reason that asks something else of the reader. The codes stay the same. */
import type { Check, VerificationOutcome } from '../../../domain/verification/report.js';

/** Reasons with words of their own, below the outcome that they lead to. */
export const reasonsWithWords = [
  ['revoked', 'superseded'],
  ['unreadable', 'sd-jwt'],
  ['invalid', 'elm-unsigned'],
  ['unconfirmed', 'seal-trust-not-looked-at'],
  ['unconfirmed', 'seal-self-made'],
  ['unconfirmed', 'certificate-trust-not-looked-at'],
  ['unconfirmed', 'certificate-self-made'],
] as const satisfies (readonly [VerificationOutcome, Check['reason']])[];

/** @returns the key below verify:outcome */
export function outcomeWords({ outcome, checks }: Told): VerificationOutcome | OwnWords {
  const own = reasonsWithWords.find(
    ([of, reason]) =>
      of === outcome && checks.some((check) => check.result !== 'passed' && check.reason === reason),
  );
  return own?.[1] ?? outcome;
}

/** Address of the award that took the place of this one; undefined where none did. */
export function newAwardOf({ checks }: Pick<Told, 'checks'>): string | undefined {
  const address = checks.find(({ reason }) => reason === 'superseded')?.details?.['newAward'];
  return address === undefined ? undefined : String(address);
}

interface Told {
  outcome: VerificationOutcome;
  checks: readonly Check[];
}

type OwnWords = (typeof reasonsWithWords)[number][1];
