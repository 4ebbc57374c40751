/**
 * What signed Open Badges 2.0 documents are checked for alike: the JWS, and the issuer's list of revoked ones.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#signed-verification
 */
import type { KeyObject } from 'node:crypto';
import { compactVerify, errors } from 'jose';
import { isJsonObject, type JsonObject, listOf, stringOf } from '../../../documents/json/json-value.js';
import type { CompactJws } from '../../../documents/proofs/compact-jws.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Lookup } from '../lookup.js';
import type { Check } from '../report.js';
import { revoked } from './common-checks.js';
import { documentAt } from './find-issuer.js';
import { idOf } from './first-difference.js';

/** Address of the key that it names. */
export function creatorOf({ verification }: JsonObject): string | undefined {
  return isJsonObject(verification) ? stringOf(verification['creator']) : undefined;
}

/** @param keys of its issuer: any of them may have signed */
export async function checkJws(jws: CompactJws, keys: readonly KeyObject[]): Promise<Check> {
  if (jws.header['alg'] !== 'RS256') return failed('signature', 'jwt-algorithm-refused');
  if (keys.length === 0) return notChecked('signature', 'key-missing');
  for (const key of keys) {
    try {
      await compactVerify(jws.compact, key, { algorithms: ['RS256'] });
      return passed('signature', 'signature-right', { algorithm: 'RS256' });
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JOSEError) return failed('signature', 'jwt-header-refused');
      throw error;
    }
  }
  return failed('signature', 'signature-wrong');
}

/** https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#RevocationList */
export async function checkRevocation(
  lookup: Lookup,
  signed: JsonObject,
  issuer: JsonObject | undefined,
): Promise<Check> {
  if (!issuer) return notChecked('status', 'not-reached');
  const listUrl = idOf(issuer['revocationList']);
  if (listUrl === undefined) return notChecked('status', 'status-none');
  const { object: list, trouble } = await documentAt(lookup, listUrl);
  if (!list)
    return notChecked('status', trouble?.reason ?? 'status-list-missing', trouble && { host: trouble.host });
  if (list['issuer'] !== undefined && idOf(list['issuer']) !== issuer['id']) {
    return notChecked('status', 'status-list-of-another');
  }
  if (!Array.isArray(list['revokedAssertions'])) return notChecked('status', 'status-list-malformed');
  const entry = listOf(list['revokedAssertions']).find((one) => idOf(one) === signed['id']);
  if (entry === undefined) return passed('status', 'not-revoked');
  return revoked(isJsonObject(entry) ? entry['revocationReason'] : undefined);
}
