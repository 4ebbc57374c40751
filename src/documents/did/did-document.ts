/**
 * The did:web document of an institution: every key whose signatures count, retired ones too, each listed as assertionMethod (some
 * wallets refuse a key that is not). A compromised key is not in it at all: verifiers look for keys, and few for what stands beside them. https://www.w3.org/TR/did-1.0/#core-properties
 */
import type { JWK } from 'jose';
import { addresses } from '../addresses.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import { publicPart } from './published-jwk.js';

export interface DidDocumentInput {
  base: string;
  institutionId: string;
  /** Newest first. A key with `multikey` (z6Mk...) is Ed25519; `id` is its fragment otherwise. */
  keys: readonly { id: string; jwk: JWK; multikey?: string }[];
}

export function didDocument({ base, institutionId, keys }: DidDocumentInput): JsonObject {
  const did = addresses(base).did(institutionId);
  const methods = keys.map(({ id, jwk, multikey }): JsonObject => {
    if (multikey !== undefined) {
      return { id: `${did}#${multikey}`, type: 'Multikey', controller: did, publicKeyMultibase: multikey };
    }
    return { id: `${did}#${id}`, type: 'JsonWebKey', controller: did, publicKeyJwk: publicPart(jwk) };
  });
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map((method): JsonValue => method['id'] ?? ''),
  };
}
