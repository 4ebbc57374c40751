/**
 * The credentials that a record (CLR 2.0) holds, each verified by itself, with its own key, dates and status: the record is worth
 * what the worst of them is. https://www.imsglobal.org/spec/clr/v2p0/
 */
import { isClr } from '../../../documents/clr/clr-shape.js';
import { isJsonObject, type JsonObject, listOf } from '../../../documents/json/json-value.js';
import { checkReadable } from '../../../documents/read/check-readable.js';
import { readCredential } from '../../../documents/read/read-credential.js';
import type { Reading } from '../../../documents/read/reading.js';
import type { AwardStore } from '../../awards/award-store.js';
import { failed } from '../checks.js';
import type { Lookup } from '../lookup.js';
import { verifyOpenBadge3 } from '../open-badge-3/verify-open-badge-3.js';
import { outcomeOf } from '../outcome-of.js';
import { withOwnStatus } from '../own-status.js';
import type { Check, InsideReport, VerificationOutcome } from '../report.js';
import { isTooComplex } from '../too-complex.js';

type Deps = Parameters<typeof verifyOpenBadge3>[0] & { awards: AwardStore };

/** From the worst to the best. */
const badness: readonly VerificationOutcome[] = [
  'altered',
  'invalid',
  'unreadable',
  'revoked',
  'suspended',
  'expired',
  'not-yet-valid',
  'outdated',
  'unconfirmed',
  'other-person',
  'valid',
];

/** @param outcome of the record's own checks */
export function worstOf(outcome: VerificationOutcome, inside: readonly InsideReport[]): VerificationOutcome {
  const all = [outcome, ...inside.map((one) => one.outcome)];
  return badness.find((bad) => all.includes(bad)) ?? outcome;
}

/** In their order; none for what is no record. */
export async function verifyInside(
  deps: Deps,
  lookup: Lookup,
  input: { credential: JsonObject; email?: string; now: Date },
): Promise<InsideReport[]> {
  const { credential, email, now } = input;
  const reports: InsideReport[] = [];
  for (const inner of credentialsIn(credential)) {
    const reading = readCredential({ text: JSON.stringify(inner) });
    const readable = readableInside(reading);
    if (reading.kind !== 'open-badge-3' || readable.result === 'failed') {
      reports.push({ outcome: 'unreadable', checks: [readable] });
      continue;
    }
    const { checks: read, facts } = await verifyOpenBadge3(deps, lookup, { reading, email, now });
    const checks = [readable, ...(await withOwnStatus(deps, read, facts))];
    reports.push({ outcome: outcomeOf(checks), checks, credential: facts });
  }
  return reports;
}

/** No record in a record, and nothing that would be refused alone. */
function readableInside(reading: Reading): Check {
  const readable = checkReadable(reading);
  if (readable.result === 'failed') return readable;
  if (reading.kind !== 'open-badge-3' || isClr(reading.credential)) {
    return failed('readable', 'not-a-credential');
  }
  return isTooComplex(reading.credential) ? failed('readable', 'too-complex') : readable;
}

function credentialsIn(credential: JsonObject): ReturnType<typeof listOf> {
  const subject = credential['credentialSubject'];
  return isClr(credential) && isJsonObject(subject) ? listOf(subject['verifiableCredential']) : [];
}
