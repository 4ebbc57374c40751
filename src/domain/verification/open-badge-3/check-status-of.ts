/**
 * Looks up where a credential's status stands and judges it. A list counts only when it speaks for the same issuer and, where
 * its kind is signed, is signed by that issuer. https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
import { decodeUtf8 } from '../../../documents/json/decode-utf8.js';
import { checkDates } from '../../../documents/read/check-dates.js';
import { checkKeyOwner, issuerId } from '../../../documents/read/check-key-owner.js';
import { checkStatus } from '../../../documents/read/check-status.js';
import { readCredential } from '../../../documents/read/read-credential.js';
import type { CredentialReading } from '../../../documents/read/reading.js';
import { statusReference } from '../../../documents/read/status-reference.js';
import { notChecked } from '../checks.js';
import { type DocumentChecks, signatureOf } from '../document-checks.js';
import { issuerHost } from '../issuer-host.js';
import type { Lookup } from '../lookup.js';
import type { VerificationReason } from '../reasons.js';
import type { Check } from '../report.js';
import { isTooComplex } from '../too-complex.js';
import { findKey } from './find-key.js';

/** Milliseconds. */
const clockDifference = 5 * 60_000;

export interface CheckStatusDeps {
  lookup: Lookup;
  documentChecks: DocumentChecks;
}

export async function checkStatusOf(
  deps: CheckStatusDeps,
  reading: CredentialReading,
  now: Date,
): Promise<Check> {
  const { lookup } = deps;
  const reference = statusReference(reading);
  if (reference.found === 'revocation-list') return inRevocationList(lookup, reading, reference.listUrl, now);
  if (reference.found !== 'bitstring') return checkStatus(reading, undefined, now);
  const accept =
    'application/vc+ld+json, application/vc, application/ld+json, application/json;q=0.9, */*;q=0.1';
  const answer = await lookup.at(reference.listUrl, accept);
  if (!answer.found) return notChecked('status', answer.reason, { host: answer.host });
  const list = readCredential({ text: decodeUtf8(answer.body) ?? '' });
  if (list.kind !== 'open-badge-3' && list.kind !== 'open-badge-3-jwt') {
    return notChecked('status', 'status-list-malformed');
  }
  if (isTooComplex(list.credential)) return notChecked('status', 'too-complex');
  const trouble = await troubleWith(deps, list, issuerId(reading), now);
  if (trouble) return notChecked('status', trouble);
  return checkStatus(reading, { document: list.credential, signed: true }, now);
}

/** This kind is not signed: it speaks for whoever serves it. */
async function inRevocationList(
  lookup: Lookup,
  reading: CredentialReading,
  listUrl: string,
  now: Date,
): Promise<Check> {
  const issuer = issuerId(reading) ?? '';
  if (issuerHost(issuer)?.host !== new URL(listUrl).host)
    return notChecked('status', 'status-list-of-another');
  const answer = await lookup.jsonAt(listUrl);
  if (!answer.found) return notChecked('status', answer.reason, { host: answer.host });
  const { issuer: listIssuer = issuer } = answer.object;
  if (listIssuer !== issuer) return notChecked('status', 'status-list-of-another');
  return checkStatus(reading, { document: answer.object, signed: false }, now);
}

/** Why a list does not count; undefined when it does. */
async function troubleWith(
  { lookup, documentChecks }: CheckStatusDeps,
  list: CredentialReading,
  issuer: string | undefined,
  now: Date,
): Promise<VerificationReason | undefined> {
  if (issuerId(list) !== issuer) return 'status-list-of-another';
  const contexts = await documentChecks.contexts(list.credential);
  if (contexts.result !== 'passed') return troubleOf(contexts, 'status-list-malformed');
  const search = await findKey(lookup, list);
  if (!search.found) return search.trouble === 'proof-missing' ? 'status-list-unsigned' : search.trouble;
  if (checkKeyOwner(list, search.keyId, search.found).result !== 'passed') return 'status-list-of-another';
  const signature = await signatureOf(documentChecks, list, search.found.key);
  if (signature.result !== 'passed') return troubleOf(signature, 'status-list-unsigned');
  // a list need not say from when it counts; one that says so must not lie in the future or the past
  const { reason } = datesOfList(list, now);
  if (reason === 'expired' || reason === 'proof-expired') return 'status-list-expired';
  return reason === 'not-yet-valid' || reason === 'date-malformed' ? 'status-list-malformed' : undefined;
}

/**
 * A list is fetched after `now`, and may be signed anew for this very request; the clocks of servers differ besides: it may begin
 * some minutes later.
 */
function datesOfList(list: CredentialReading, now: Date): Check {
  const check = checkDates(list, now);
  if (check.reason !== 'not-yet-valid') return check;
  return checkDates(list, new Date(now.getTime() + clockDifference));
}

const troubleOf = ({ reason }: Check, fault: VerificationReason): VerificationReason =>
  reason === 'not-finished' ? reason : fault;
