/** Which key a credential says it was signed with, and where that key is to be had. https://www.imsglobal.org/spec/ob/v3p0/#proof */
import type { JWK } from 'jose';
import { absoluteUrl } from '../../shared/absolute-url.js';
import { didWebAddress } from '../did/did-web-address.js';
import { isJsonObject, listOf, stringOf } from '../json/json-value.js';
import { jwkOfMultikey } from '../proofs/jwk-of-multikey.js';
import type { PublishedKey } from '../proofs/public-key.js';
import { isKnownProof } from '../proofs/verify-data-integrity.js';
import type { CredentialReading } from './reading.js';

export type KeyReference =
  /** The key itself: a did:key. Its controller is the DID. */
  | { found: 'key'; key: PublishedKey; controller: string; keyId: string }
  /** To be fetched; the document is handed to keyFromDocument. */
  | { found: 'address'; url: string; keyId: string }
  /** A JWT that brings its key along: worth something only when the issuer publishes the same key. */
  | { found: 'embedded'; embedded: JWK }
  | { found: 'none'; reason: 'proof-missing' | 'proof-kind-unknown' | 'key-reference-unknown' };

export function keyReference(reading: CredentialReading): KeyReference {
  if (reading.kind === 'open-badge-3-jwt') {
    const { jwk } = reading.jws.header;
    return referenceTo(keyNamed(reading), isJsonObject(jwk) ? jwk : undefined);
  }
  const proofs = listOf(reading.credential['proof']);
  if (proofs.length === 0) return { found: 'none', reason: 'proof-missing' };
  if (!proofs.some(isKnownProof)) return { found: 'none', reason: 'proof-kind-unknown' };
  return referenceTo(keyNamed(reading));
}

/** The kid, or the verificationMethod of the proof that is judged, to the letter; undefined where none is named. */
export function keyNamed(reading: CredentialReading): string | undefined {
  if (reading.kind === 'open-badge-3-jwt') return stringOf(reading.jws.header['kid']);
  const method = listOf(reading.credential['proof']).find(isKnownProof)?.['verificationMethod'];
  return stringOf(isJsonObject(method) ? method['id'] : method);
}

function referenceTo(keyId: string | undefined, embedded?: JWK): KeyReference {
  const none = { found: 'none', reason: 'key-reference-unknown' } as const;
  if (keyId === undefined) return embedded ? { found: 'embedded', embedded } : none;
  if (/^did:key:/.test(keyId)) {
    const multikey = keyId.slice('did:key:'.length).split('#', 1)[0] ?? '';
    if (!jwkOfMultikey(multikey)) return none;
    return { found: 'key', key: { multikey }, controller: `did:key:${multikey}`, keyId };
  }
  const url = /^https?:\/\//.test(keyId) ? absoluteUrl(keyId) : undefined;
  if (url) {
    url.hash = '';
    return { found: 'address', url: url.href, keyId };
  }
  const document = didWebAddress(keyId);
  return document === undefined ? none : { found: 'address', url: document, keyId };
}
