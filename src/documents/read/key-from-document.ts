/**
 * Finds a key in what its address answered: a DID or controller document, a key document, one JWK, or a JWK set.
 * https://www.w3.org/TR/controller-document/
 */
import { isJsonObject, type JsonObject, type JsonValue, listOf, stringOf } from '../json/json-value.js';
import type { PublishedKey } from '../proofs/public-key.js';

export interface FoundKey {
  key: PublishedKey;
  /** Who controls it, as the document says; undefined where it does not (a bare JWK). */
  controller?: string;
  /** True when the document lists it as assertionMethod; undefined where there is no such list (a bare key). */
  mayAssert?: boolean;
}

/** @param keyId verificationMethod or kid as the credential gives it; undefined when the document has no such key */
export function keyFromDocument(document: JsonValue, keyId: string): FoundKey | undefined {
  if (!isJsonObject(document)) return undefined;
  const [address] = keyId.split('#', 1);
  // whoever stands at one address cannot speak for another
  if (address?.startsWith('did:') && document['id'] !== address) return undefined;
  if (Array.isArray(document['verificationMethod']) || Array.isArray(document['assertionMethod'])) {
    return document['id'] === address ? fromController(document, keyId) : undefined;
  }
  if (Array.isArray(document['keys'])) {
    const jwk = document['keys'].find((one) => isJsonObject(one) && one['kid'] === keyId);
    return isJsonObject(jwk) ? { key: { jwk: jwk } } : undefined;
  }
  if (typeof document['kty'] === 'string') return { key: { jwk: document } };
  const key = keyOf(document);
  return key && (document['id'] === undefined || document['id'] === keyId)
    ? { key, controller: stringOf(document['controller']) }
    : undefined;
}

function fromController(document: JsonObject, keyId: string): FoundKey | undefined {
  const id = stringOf(document['id']);
  const asserting = listOf(document['assertionMethod']);
  const isMeant = (given: JsonValue | undefined): boolean =>
    typeof given === 'string' && (given === keyId || (given.startsWith('#') && `${id}${given}` === keyId));
  const methods = [...listOf(document['verificationMethod']), ...asserting].filter(isJsonObject);
  const method = methods.find((one) => isMeant(one['id']));
  const key = method && keyOf(method);
  if (!key) return undefined;
  const mayAssert = asserting.some((one) => isMeant(isJsonObject(one) ? one['id'] : one));
  const controller = stringOf(method['controller']);
  // a document speaks for its own subject alone: a key that it says another controls counts for nobody
  return { key, controller: controller === id ? id : undefined, mayAssert };
}

function keyOf(method: JsonObject): PublishedKey | undefined {
  const { publicKeyMultibase, publicKeyJwk } = method;
  if (typeof publicKeyMultibase === 'string') return { multikey: publicKeyMultibase };
  return isJsonObject(publicKeyJwk) ? { jwk: publicKeyJwk } : undefined;
}
