/**
 * Looks up the Token Status List that a credential for wallets names, and what it says at its place. A list counts only when the
 * issuer of the credential signed it. https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/ (validation rules)
 */
import { decodeUtf8 } from '../../../documents/json/decode-utf8.js';
import { type JsonObject, stringOf } from '../../../documents/json/json-value.js';
import { type CompactJws, readCompactJws } from '../../../documents/proofs/compact-jws.js';
import { verifyTypedJws } from '../../../documents/proofs/verify-typed-jws.js';
import {
  readTokenStatus,
  tokenStatusListShape,
  tokenStatusReference,
} from '../../../documents/status-list/read-token-status.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Lookup } from '../lookup.js';
import type { VerificationReason } from '../reasons.js';
import type { Check } from '../report.js';
import { clockDifference } from './check-claim-dates.js';
import { findIssuerKey } from './find-issuer-key.js';

/**
 * @param lookup undefined where a key in a certificate signed the credential: then nobody knows whose list it may name, and what it says of its
 * place could be said of another credential
 * @param payload of the credential, as signed
 */
export async function checkTokenStatus(
  lookup: Lookup | undefined,
  payload: JsonObject,
  now: Date,
): Promise<Check> {
  const name = 'status';
  const reference = tokenStatusReference(payload['status']);
  if (reference.found === 'none') return notChecked(name, 'status-none');
  if (reference.found === 'malformed') return failed(name, 'status-malformed');
  if (reference.found === 'unknown-kind') return notChecked(name, 'status-kind-unknown');
  if (!lookup) return notChecked(name, 'key-in-certificate');
  const { uri, index } = reference;
  const answer = await lookup.at(uri, 'application/statuslist+jwt');
  if (!answer.found) return notChecked(name, answer.reason, { host: answer.host });
  const token = readCompactJws((decodeUtf8(answer.body) ?? '').trim());
  const list = tokenStatusListShape.safeParse(token?.payload).data;
  if (!token || !list || answer.gone) return notChecked(name, 'status-list-malformed');
  const issuer = stringOf(payload['iss']);
  if (list.sub !== uri || (list.iss !== undefined && list.iss !== issuer))
    return notChecked(name, 'status-list-of-another');
  const trouble = troubleInTime(list, now) ?? (await troubleWithSigner(lookup, token, issuer));
  if (trouble) return notChecked(name, trouble);
  return judged(readTokenStatus(list.status_list, index));
}

function troubleInTime(
  { iat, exp }: { iat: number; exp?: number },
  now: Date,
): VerificationReason | undefined {
  // it is fetched after `now`, and may be signed for this very request
  if (iat * 1000 > now.getTime() + clockDifference) return 'status-list-malformed';
  return exp !== undefined && exp * 1000 <= now.getTime() ? 'status-list-expired' : undefined;
}

async function troubleWithSigner(
  lookup: Lookup,
  token: CompactJws,
  issuer: string | undefined,
): Promise<VerificationReason | undefined> {
  const { key, owner } = await findIssuerKey(lookup, { issuer, header: token.header });
  if (owner.result === 'failed') return 'status-list-of-another';
  if (owner.result === 'not-checked' || !key) return owner.reason;
  const fault = await verifyTypedJws(token, key, ['statuslist+jwt']);
  return fault === undefined ? undefined : 'status-list-unsigned';
}

/** https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/ (status types) */
function judged(status: ReturnType<typeof readTokenStatus>): Check {
  const name = 'status';
  if (typeof status === 'string') return notChecked(name, `status-${status}`);
  if (status === 0) return passed(name, 'not-revoked');
  if (status === 1) return failed(name, 'revoked');
  return status === 2 ? failed(name, 'suspended') : notChecked(name, 'status-purpose-unknown');
}
