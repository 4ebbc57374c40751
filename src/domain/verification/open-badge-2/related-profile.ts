/**
 * Keys that another profile of the same issuer lists. An issuer may have a profile for each key, as there are verifiers that take one key in a
 * profile, while badge classes of before name its first one. What both profiles say of each other counts, and on the issuer's own server only.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#related
 */
import { type JsonObject, listOf } from '../../../documents/json/json-value.js';
import { absoluteUrl } from '../../../shared/absolute-url.js';
import { failed, notChecked } from '../checks.js';
import type { Lookup } from '../lookup.js';
import type { Check } from '../report.js';
import { documentAt, type FoundIssuer } from './find-issuer.js';
import { idOf } from './first-difference.js';

const ofAnother = failed('key-belongs-to-issuer', 'key-of-another');

/** Is it worth looking? @param creator address of a key that the issuer's profile does not list */
export function mayBeOfRelated(issuer: JsonObject, creator: string | undefined): creator is string {
  return creator !== undefined && listOf(issuer['related']).length > 0 && isAtHome(issuer, creator);
}

/** Why the owner of the key is not taken for the issuer; undefined: it is. */
export async function faultOfRelated(
  lookup: Lookup,
  issuer: JsonObject,
  key: { id: string; owner: string },
): Promise<Check | undefined> {
  if (!names(issuer, 'related', key.owner) || !isAtHome(issuer, key.owner)) return ofAnother;
  const { object: profile, trouble } = await documentAt(lookup, key.owner);
  if (!profile) return unlisted(trouble);
  const isOurs = names(profile, 'related', idOf(issuer)) && names(profile, 'publicKey', key.id);
  return isOurs ? undefined : ofAnother;
}

/** The check where something that no profile of the issuer lists so far cannot be had. */
export function unlisted(trouble: FoundIssuer['trouble']): Check {
  return !trouble || trouble.reason === 'address-not-found'
    ? ofAnother
    : notChecked('key-belongs-to-issuer', trouble.reason, { host: trouble.host });
}

function names(profile: JsonObject, member: 'related' | 'publicKey', id: string | undefined): boolean {
  return id !== undefined && listOf(profile[member]).some((one) => idOf(one) === id);
}

function isAtHome(issuer: JsonObject, address: string): boolean {
  const home = absoluteUrl(idOf(issuer) ?? '');
  return home !== undefined && absoluteUrl(address)?.origin === home.origin;
}
