/**
 * Was it revoked or suspended? Judges a status list that the caller fetched and whose signature it checked.
 * https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
import { isJsonObject, type JsonObject, listOf, stringOf } from '../json/json-value.js';
import { readStatus } from '../status-list/bitstring.js';
import { type Check, failed, notChecked, passed } from './check.js';
import type { CredentialReading } from './reading.js';
import { type StatusReference, statusReference } from './status-reference.js';

export interface FetchedStatusList {
  /** BitstringStatusListCredential (as readCredential gives it), or the 1EdTechRevocationList's JSON. */
  document: JsonObject;
  /** True when its own signature was checked and is right. Lists of 1EdTech are not signed: there it tells nothing. */
  signed: boolean;
}

/** @param list undefined when it could not be had */
export function checkStatus(
  reading: CredentialReading,
  list: FetchedStatusList | undefined,
  now: Date,
): Check {
  const reference = statusReference(reading);
  if (reference.found === 'none') return notChecked('status', 'status-none');
  if (reference.found === 'malformed') return failed('status', 'status-malformed');
  if (reference.found === 'unknown-kind') return notChecked('status', 'status-kind-unknown');
  if (!list) return notChecked('status', 'status-list-missing');
  return reference.found === 'revocation-list'
    ? inRevocationList(reading, list.document)
    : inBitstring(reference, list, now);
}

function inRevocationList({ credential }: CredentialReading, list: JsonObject): Check {
  if (!Array.isArray(list['revokedCredential'])) return notChecked('status', 'status-list-malformed');
  const entry = list['revokedCredential']
    .filter(isJsonObject)
    .find(({ id, revoked }) => id === credential['id'] && revoked !== false);
  if (!entry) return passed('status', 'not-revoked');
  const reason = stringOf(entry['revocationReason']);
  return failed(
    'status',
    'revoked',
    reason === undefined ? undefined : { revocationReason: reason.slice(0, 500) },
  );
}

type BitstringReference = Extract<StatusReference, { found: 'bitstring' }>;

function inBitstring(
  reference: BitstringReference,
  { document, signed }: FetchedStatusList,
  now: Date,
): Check {
  if (!signed) return notChecked('status', 'status-list-unsigned');
  const subject = document['credentialSubject'];
  if (!listOf(document['type']).includes('BitstringStatusListCredential') || !isJsonObject(subject)) {
    return notChecked('status', 'status-list-malformed');
  }
  if (!listOf(subject['type']).includes('BitstringStatusList') || document['id'] !== reference.listUrl) {
    return notChecked('status', 'status-list-of-another');
  }
  if (!listOf(subject['statusPurpose']).includes(reference.purpose))
    return notChecked('status', 'status-purpose-differs');
  const until = Date.parse(stringOf(document['validUntil']) ?? '');
  if (until <= now.getTime()) return notChecked('status', 'status-list-expired');
  if (reference.purpose !== 'revocation' && reference.purpose !== 'suspension') {
    return notChecked('status', 'status-purpose-unknown');
  }
  const bit = readStatus(stringOf(subject['encodedList']) ?? '', reference.index);
  if (bit === 'clear')
    return passed('status', reference.purpose === 'suspension' ? 'not-suspended' : 'not-revoked');
  if (bit !== 'set') return notChecked('status', `status-${bit}`);
  return failed('status', reference.purpose === 'suspension' ? 'suspended' : 'revoked');
}
