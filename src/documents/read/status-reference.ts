/** Where a credential says its status stands. https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry */
import { absoluteUrl } from '../../shared/absolute-url.js';
import { isJsonObject, stringOf } from '../json/json-value.js';
import type { CredentialReading } from './reading.js';

export type StatusReference =
  | { found: 'none' }
  | { found: 'unknown-kind' }
  | { found: 'malformed' }
  | { found: 'bitstring'; listUrl: string; index: number; purpose: string }
  /** https://www.imsglobal.org/spec/vcrl/v1p0/ */
  | { found: 'revocation-list'; listUrl: string };

export function statusReference({ credential }: CredentialReading): StatusReference {
  const status = credential['credentialStatus'];
  if (status === undefined) return { found: 'none' };
  if (!isJsonObject(status)) return { found: 'malformed' };
  if (status['type'] === '1EdTechRevocationList') {
    const listUrl = address(stringOf(status['id']));
    return listUrl === undefined ? { found: 'malformed' } : { found: 'revocation-list', listUrl };
  }
  if (status['type'] !== 'BitstringStatusListEntry' || (status['statusSize'] ?? 1) !== 1) {
    return { found: 'unknown-kind' };
  }
  const listUrl = address(stringOf(status['statusListCredential']));
  const index = stringOf(status['statusListIndex']);
  const purpose = stringOf(status['statusPurpose']);
  if (listUrl === undefined || purpose === undefined || !/^\d{1,9}$/.test(index ?? ''))
    return { found: 'malformed' };
  return { found: 'bitstring', listUrl, index: Number(index), purpose };
}

function address(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//.test(text) && absoluteUrl(text) ? text : undefined;
}
