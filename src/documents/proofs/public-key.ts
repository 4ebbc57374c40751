/** Public keys as verifiers get them, made into what node:crypto takes. https://www.rfc-editor.org/rfc/rfc7517 */
import { createPublicKey, type JsonWebKeyInput, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { jwkOfMultikey } from './jwk-of-multikey.js';

/** A key as published: a JWK or a Multikey (z6Mk... for Ed25519, zDn... for P-256, z82... for P-384). */
export type PublishedKey = { jwk: JWK } | { multikey: string };

/** The key object; undefined when it is not a public key we know, or an RSA key below 2048 bits. */
export function publicKeyObject(key: PublishedKey): KeyObject | undefined {
  const jwk = 'jwk' in key ? key.jwk : jwkOfMultikey(key.multikey);
  // 'd': a private part that somebody published by mistake must not be taken as a good key
  if (!jwk || jwk.d !== undefined || jwk.kty === 'oct') return undefined;
  let object: KeyObject;
  try {
    object = createPublicKey({ key: jwk as JsonWebKeyInput['key'], format: 'jwk' });
  } catch {
    return undefined;
  }
  if (object.asymmetricKeyType === 'rsa' && (object.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    return undefined;
  return object;
}
