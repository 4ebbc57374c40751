/**
 * What an eddsa-rdfc-2022, ecdsa-rdfc-2019 or Ed25519Signature2020 proof signs.
 * https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022 , https://www.w3.org/TR/vc-di-ecdsa/#hashing-ecdsa-rdfc-2019
 */
import { hash } from 'node:crypto';
import { type CanonicalForm, canonicalize, type DigestAlgorithm } from '../contexts/canonicalize.js';
import type { JsonObject } from '../json/json-value.js';

/**
 * Twice the bytes of the hash: that of the canonical proof options, then that of the canonical document.
 * @param document with its @context, without proof
 * @param options the proof without proofValue; it takes the document's @context
 * @param form gives the canonical form; there are quicker ways than the long one
 * @param algorithm SHA-384 where the key is on P-384
 * @throws as canonicalize
 */
export async function dataIntegrityHash(
  document: JsonObject,
  options: JsonObject,
  form: CanonicalForm = canonicalize,
  algorithm: DigestAlgorithm = 'sha256',
): Promise<Uint8Array> {
  const [canonicalOptions, canonicalDocument] = await Promise.all([
    form({ '@context': document['@context'] ?? [], ...options }, algorithm),
    form(document, algorithm),
  ]);
  const hashed = [canonicalOptions, canonicalDocument].map((text) => hash(algorithm, text, 'buffer'));
  return new Uint8Array(Buffer.concat(hashed));
}
