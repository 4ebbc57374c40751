/**
 * The key that a credential says it was signed with, as published. A key that stands away from its issuer counts when the
 * issuer's DID document lists the same key; so does one that a JWT brings along. https://www.imsglobal.org/spec/ob/v3p0/#controller
 */
import { didWebAddress } from '../../../documents/did/did-web-address.js';
import { isJsonObject, type JsonObject, listOf, stringOf } from '../../../documents/json/json-value.js';
import { type PublishedKey, publicKeyObject } from '../../../documents/proofs/public-key.js';
import { checkKeyOwner, issuerId } from '../../../documents/read/check-key-owner.js';
import { type FoundKey, keyFromDocument } from '../../../documents/read/key-from-document.js';
import { keyReference } from '../../../documents/read/key-reference.js';
import type { CredentialReading } from '../../../documents/read/reading.js';
import type { Lookup, Missing } from '../lookup.js';
import type { VerificationReason } from '../reasons.js';

export type KeySearch =
  | { keyId: string; found: FoundKey }
  /** 'key-not-published': its address lists keys, and it is not among them. Otherwise it could not be had. */
  | { found?: undefined; trouble: VerificationReason; details?: Record<string, string> };

export async function findKey(lookup: Lookup, reading: CredentialReading): Promise<KeySearch> {
  const reference = keyReference(reading);
  if (reference.found === 'none') return { trouble: reference.reason };
  if (reference.found === 'key') {
    const { key, controller, keyId } = reference;
    return { keyId, found: { key, controller, mayAssert: true } };
  }
  if (reference.found === 'embedded') {
    return listedByIssuer(lookup, reading, { jwk: reference.embedded });
  }
  const { url, keyId } = reference;
  const answer = await lookup.jsonAt(url);
  if (!answer.found) return troubleWith(answer);
  const found = answer.gone ? undefined : keyFromDocument(answer.object, keyId);
  if (!found) {
    const trouble = speaksOfKeys(answer.object) ? 'key-not-published' : 'no-keys-published';
    return { trouble, details: { host: new URL(url).host } };
  }
  if (checkKeyOwner(reading, keyId, found).result === 'passed') return { keyId, found };
  const listed = await listedByIssuer(lookup, reading, found.key);
  return listed.found ? listed : { keyId, found };
}

/** A plain issuer profile, for example, says nothing of keys: then nobody can tell whether this one is the issuer's. */
function speaksOfKeys(document: JsonObject): boolean {
  const members = [
    'verificationMethod',
    'assertionMethod',
    'keys',
    'kty',
    'publicKeyMultibase',
    'publicKeyJwk',
  ];
  return members.some((member) => member in document);
}

const troubleWith = ({ reason, host }: Missing): KeySearch => ({ trouble: reason, details: { host } });

/** The same key among those that the issuer's did:web document lists for assertions. */
async function listedByIssuer(
  lookup: Lookup,
  reading: CredentialReading,
  key: PublishedKey,
): Promise<KeySearch> {
  const issuer = issuerId(reading) ?? '';
  const url = didWebAddress(issuer);
  const wanted = publicKeyObject(key);
  if (url === undefined || !wanted) return { trouble: 'key-not-published' };
  const answer = await lookup.jsonAt(url);
  if (!answer.found) return troubleWith(answer);
  for (const keyId of keyIds(answer.object, issuer)) {
    const found = keyFromDocument(answer.object, keyId);
    if (!found || found.mayAssert !== true) continue;
    if (publicKeyObject(found.key)?.equals(wanted)) return { keyId, found };
  }
  return { trouble: 'key-not-published', details: { host: new URL(url).host } };
}

function keyIds(document: JsonObject, issuer: string): string[] {
  const methods = [...listOf(document['verificationMethod']), ...listOf(document['assertionMethod'])];
  return methods
    .map((method) => stringOf(isJsonObject(method) ? method['id'] : method))
    .filter((id) => id !== undefined)
    .map((id) => (id.startsWith('#') ? issuer + id : id));
}
