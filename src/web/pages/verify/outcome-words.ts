/** Which words tell an outcome: its own, or those of a reason that asks something else of the reader. The codes stay the same. */
import { outcomeOf } from '../../../domain/verification/outcome-of.js';
import type { Check, VerificationOutcome, VerificationReport } from '../../../domain/verification/report.js';

/** Reasons with words of their own, below the outcome that they lead to; of those that several checks have, of which one. */
export const reasonsWithWords = [
  ['revoked', 'superseded'],
  ['unreadable', 'address-not-found', 'readable'],
  ['unreadable', 'address-is-a-page', 'readable'],
  ['unconfirmed', 'address-unreachable', 'readable'],
  ['unreadable', 'sd-jwt'],
  ['invalid', 'elm-unsigned'],
  ['invalid', 'wallet-key-compromised'],
  ['unconfirmed', 'seal-trust-not-looked-at'],
  ['unconfirmed', 'seal-self-made'],
  ['unconfirmed', 'certificate-trust-not-looked-at'],
  ['unconfirmed', 'certificate-self-made'],
] as const satisfies (readonly [VerificationOutcome, Check['reason'], Check['name']?])[];

/** @returns the key below verify:outcome */
export function outcomeWords({ outcome, checks }: Told): VerificationOutcome | OwnWords {
  const own = reasonsWithWords.find(
    ([of, reason, name]) =>
      of === outcome &&
      checks.some(
        (check) =>
          check.result !== 'passed' && check.reason === reason && (name === undefined || check.name === name),
      ),
  );
  return own?.[1] ?? outcome;
}

/** Of its own checks: the outcome of a record may be that of something in it. */
export const ownOutcome = ({ outcome, inside, checks }: VerificationReport): VerificationOutcome =>
  inside ? outcomeOf(checks) : outcome;

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
