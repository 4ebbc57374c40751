/**
 * What all checks together mean. Nothing is 'valid' but what passed every check that decides; what was not made or is not there
 * never counts as passed. Recipient and European elements decide nothing of the credential itself,
 * and what another verifier says decides nothing at all.
 */
import type { VerificationReason } from './reasons.js';
import type { Check, CheckName, VerificationOutcome } from './report.js';

/** A signature that is there but does not fit what it stands under. */
const altered: readonly VerificationReason[] = [
  'signature-wrong',
  'jwt-claims-differ',
  'hosted-differs',
  'disclosure-unknown',
];
/** Without these nobody knows who says what. */
const authenticity: readonly CheckName[] = ['schema', 'contexts', 'signature', 'key-belongs-to-issuer'];
/** What fails of them makes it invalid. That there is no proof of the holder, or none for us, takes nothing away. */
const mustNotFail: readonly CheckName[] = [...authenticity, 'holder-proof'];
/** Failures that tell of what this verifier does not know rather than of a fault. */
const unknown: readonly VerificationReason[] = ['context-unknown'];
const inTime: Partial<Record<VerificationReason, VerificationOutcome>> = {
  expired: 'expired',
  'proof-expired': 'expired',
  'not-yet-valid': 'not-yet-valid',
};

/** @param checks at most one of each name, in any order */
export function outcomeOf(checks: readonly Check[]): VerificationOutcome {
  const of = (name: CheckName): Check | undefined => checks.find((check) => check.name === name);
  const has = (name: CheckName, result: Check['result']): boolean => of(name)?.result === result;
  const reason = (name: CheckName): VerificationReason | undefined => of(name)?.reason;

  if (has('readable', 'failed')) return 'unreadable';
  if (!has('readable', 'passed')) return 'unconfirmed';

  const failures = checks.filter((check) => check.result === 'failed' && !unknown.includes(check.reason));
  if (failures.some((check) => check.name === 'signature' && altered.includes(check.reason)))
    return 'altered';
  const isOutdated = reason('key-belongs-to-issuer') === 'copy-outdated';
  if (failures.some(({ name, reason: why }) => mustNotFail.includes(name) && why !== 'copy-outdated'))
    return 'invalid';

  const [status, dates] = [of('status'), of('dates')];
  if (status?.result === 'failed') {
    if (status.reason === 'revoked' || status.reason === 'superseded') return 'revoked';
    return status.reason === 'suspended' ? 'suspended' : 'invalid';
  }
  const out = dates?.result === 'failed' ? (inTime[dates.reason] ?? 'invalid') : undefined;
  if (out === 'invalid') return out;

  const isAuthentic = (name: CheckName): boolean =>
    has(name, 'passed') || (isOutdated && name === 'key-belongs-to-issuer');
  if (!authenticity.every(isAuthentic)) return 'unconfirmed';
  if (out) return out;
  if (!has('dates', 'passed')) return 'unconfirmed';
  // an issuer who keeps no list has said all there is to say
  if (!has('status', 'passed') && reason('status') !== 'status-none') return 'unconfirmed';
  if (!has('issuer-identified', 'passed')) return 'unconfirmed';
  if (has('recipient', 'failed')) return 'other-person';
  return isOutdated ? 'outdated' : 'valid';
}
