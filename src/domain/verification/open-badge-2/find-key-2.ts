/**
 * The keys that an Open Badges 2.0 issuer allows to sign, as published: named by the issuer, naming the issuer.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#CryptographicKey
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { isJsonObject, type JsonObject, listOf, stringOf } from '../../../documents/json/json-value.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Lookup } from '../lookup.js';
import type { Check } from '../report.js';
import { documentAt } from './find-issuer.js';
import { idOf } from './first-difference.js';
import { faultOfRelated, mayBeOfRelated, unlisted } from './related-profile.js';
import { keyShape } from './shapes.js';

export interface FoundKeys {
  keys: KeyObject[];
  /** Those of keys that were looked up. What is written into the profile is none. */
  documents: JsonObject[];
  owner: Check;
}

/** An issuer with more keys than this names the one it used. */
const mostKeys = 4;

/** @param creator the key that the assertion names; without it, any of the issuer's may have signed */
export async function findKeys2(
  lookup: Lookup,
  issuer: JsonObject,
  creator: string | undefined,
): Promise<FoundKeys> {
  const name = 'key-belongs-to-issuer';
  const published = listOf(issuer['publicKey']);
  const listed = creator === undefined ? published : published.filter((one) => idOf(one) === creator);
  const isListed = listed.length > 0;
  const wanted = !isListed && mayBeOfRelated(issuer, creator) ? [creator] : listed;
  if (wanted.length === 0) {
    return {
      keys: [],
      documents: [],
      owner: failed(name, published.length === 0 ? 'key-not-published' : 'key-of-another'),
    };
  }

  const keys: KeyObject[] = [];
  const documents: JsonObject[] = [];
  let owner: Check = notChecked(name, 'key-missing');
  for (const entry of wanted.slice(0, mostKeys)) {
    // a key written into the profile stands at the issuer's address
    const isWhole = isJsonObject(entry) && entry['publicKeyPem'] !== undefined;
    const { object, trouble } = isWhole ? { object: entry } : await documentAt(lookup, idOf(entry));
    if (!object) {
      if (trouble)
        owner = isListed ? notChecked(name, trouble.reason, { host: trouble.host }) : unlisted(trouble);
      continue;
    }
    if (!isWhole) documents.push(object);
    const fault = await faultOfOwner(lookup, { issuer, isListed }, object);
    if (fault) {
      owner = fault;
      continue;
    }
    const key = rsaKey(stringOf(object['publicKeyPem']) ?? '');
    if (key) keys.push(key);
    else owner = notChecked(name, 'key-unusable');
  }
  return { keys, documents, owner: keys.length > 0 ? passed(name, 'controller-is-issuer') : owner };
}

/** Undefined: it is a key of the issuer. */
async function faultOfOwner(
  lookup: Lookup,
  { issuer, isListed }: { issuer: JsonObject; isListed: boolean },
  key: JsonObject,
): Promise<Check | undefined> {
  const parsed = keyShape.safeParse(key);
  if (!parsed.success) return failed('key-belongs-to-issuer', 'key-of-another');
  if (parsed.data.owner === issuer['id'] && isListed) return undefined;
  return faultOfRelated(lookup, issuer, parsed.data);
}

/** Undefined for what is no public RSA key of 2048 bits or more. */
function rsaKey(pem: string): KeyObject | undefined {
  if (!/^\s*-----BEGIN (RSA )?PUBLIC KEY-----/.test(pem)) return undefined;
  try {
    const key = createPublicKey(pem);
    const isStrong = (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
    return key.asymmetricKeyType === 'rsa' && isStrong ? key : undefined;
  } catch {
    return undefined;
  }
}
