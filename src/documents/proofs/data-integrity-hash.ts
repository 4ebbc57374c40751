/** What an eddsa-rdfc-2022 (or Ed25519Signature2020) proof signs. https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022 */
import { hash } from 'node:crypto';
import { canonicalize } from '../contexts/canonicalize.js';
import type { JsonObject } from '../json/json-value.js';

const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

/**
 * 64 bytes: SHA-256 of the canonical proof options, then of the canonical document.
 * @param document with its @context, without proof
 * @param options the proof without proofValue; it takes the document's @context
 * @param form gives the canonical form; for what we sign ourselves there is a quicker one
 * @throws as canonicalize
 */
export async function dataIntegrityHash(
  document: JsonObject,
  options: JsonObject,
  form: (document: JsonObject) => Promise<string> = canonicalize,
): Promise<Uint8Array> {
  const [canonicalOptions, canonicalDocument] = await Promise.all([
    form({ '@context': document['@context'] ?? [], ...options }),
    form(document),
  ]);
  return new Uint8Array(Buffer.concat([sha256(canonicalOptions), sha256(canonicalDocument)]));
}
