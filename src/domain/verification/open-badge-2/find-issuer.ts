/** The badge class and the issuer of an assertion, as they stand at their own addresses: what somebody embeds proves nothing. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../documents/json/json-value.js';
import { failed, notChecked } from '../checks.js';
import type { Lookup } from '../lookup.js';
import { namesOwnHost, type OwnBases } from '../own-bases.js';
import type { VerificationReason } from '../reasons.js';
import type { Check } from '../report.js';
import { idOf } from './first-difference.js';

export interface FoundIssuer {
  badge?: JsonObject;
  issuer?: JsonObject;
  /** Why one of them could not be had. */
  trouble?: { reason: VerificationReason; host: string };
}

/**
 * @param badge the assertion's badge: an address, or an object with one
 * @param embedded 'signed': what stands in a signed assertion is its issuer's word, once the signature is right
 */
export async function findIssuer(
  lookup: Lookup,
  badge: JsonValue | undefined,
  embedded: 'signed' | 'unproven',
): Promise<FoundIssuer> {
  const isWhole = embedded === 'signed' && isJsonObject(badge) && badge['issuer'] !== undefined;
  const badgeAt = isWhole ? { object: badge } : await documentAt(lookup, idOf(badge));
  if (!badgeAt.object) return { trouble: badgeAt.trouble };
  const issuerAt = await documentAt(lookup, idOf(badgeAt.object['issuer']));
  return { badge: badgeAt.object, issuer: issuerAt.object, trouble: issuerAt.trouble };
}

/** The check key-belongs-to-issuer where the issuer could not be had. What should stand here and does not, nobody here issued. */
export function withoutIssuer(bases: OwnBases, trouble: FoundIssuer['trouble']): Check {
  const name = 'key-belongs-to-issuer';
  if (!trouble) return notChecked(name, 'issuer-missing');
  return namesOwnHost(bases, `https://${trouble.host}`)
    ? failed(name, 'unknown-here')
    : notChecked(name, trouble.reason, { host: trouble.host });
}

interface At {
  object?: JsonObject;
  trouble?: FoundIssuer['trouble'];
}

/** A document that names itself by the address it stands at. */
export async function documentAt(lookup: Lookup, id: string | undefined): Promise<At> {
  if (id === undefined || !/^https?:\/\//i.test(id)) {
    return { trouble: { reason: 'address-refused', host: (id ?? '').slice(0, 100) } };
  }
  const answer = await lookup.jsonAt(id);
  if (!answer.found) return { trouble: answer };
  const { host } = new URL(id);
  if (answer.gone) return { trouble: { reason: 'address-gone', host } };
  return answer.object['id'] === id
    ? { object: answer.object }
    : { trouble: { reason: 'document-unreadable', host } };
}
