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
import { keyShape } from './shapes.js';

export interface FoundKeys {
  keys: KeyObject[];
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
  if (published.length === 0) return { keys: [], owner: failed(name, 'key-not-published') };
  const wanted = creator === undefined ? published : published.filter((one) => idOf(one) === creator);
  if (wanted.length === 0) return { keys: [], owner: failed(name, 'key-of-another') };

  const keys: KeyObject[] = [];
  let owner: Check = notChecked(name, 'key-missing');
  for (const entry of wanted.slice(0, mostKeys)) {
    // a key written into the profile stands at the issuer's address
    const isWhole = isJsonObject(entry) && entry['publicKeyPem'] !== undefined;
    const { object, trouble } = isWhole ? { object: entry } : await documentAt(lookup, idOf(entry));
    if (!object) {
      if (trouble) owner = notChecked(name, trouble.reason, { host: trouble.host });
      continue;
    }
    const parsed = keyShape.safeParse(object);
    if (!parsed.success || parsed.data.owner !== issuer['id']) {
      owner = failed(name, 'key-of-another');
      continue;
    }
    const key = rsaKey(stringOf(object['publicKeyPem']) ?? '');
    if (key) keys.push(key);
    else owner = notChecked(name, 'key-unusable');
  }
  return keys.length > 0 ? { keys, owner: passed(name, 'controller-is-issuer') } : { keys, owner };
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
