/**
 * Verifies one embedded proof with a key that the caller found: eddsa-rdfc-2022, and Ed25519Signature2020 of older badges.
 * Not here: whether the key is the issuer's. https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-rdfc-2022
 */
import { verify } from 'node:crypto';
import { Problem } from '../../shared/problem.js';
import { isJsonObject, type JsonObject, type JsonValue, without } from '../json/json-value.js';
import { dataIntegrityHash } from './data-integrity-hash.js';
import { decodeMultibase } from './multibase.js';
import { type PublishedKey, publicKeyObject } from './public-key.js';

export type DataIntegrityFault =
  | 'proof-kind-unknown'
  | 'proof-malformed'
  | 'key-unusable'
  | 'context-unknown'
  | 'terms-undefined'
  | 'signature-wrong';

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** True for a proof this module can judge. */
export function isKnownProof(proof: JsonValue | undefined): proof is JsonObject {
  if (!isJsonObject(proof)) return false;
  if (proof['type'] === 'DataIntegrityProof') return proof['cryptosuite'] === 'eddsa-rdfc-2022';
  return proof['type'] === 'Ed25519Signature2020';
}

/** Undefined: the signature is right. @param credential as read, with its proof or without */
export async function verifyDataIntegrity(
  credential: JsonObject,
  proof: JsonObject,
  key: PublishedKey,
): Promise<DataIntegrityFault | undefined> {
  if (!isKnownProof(proof)) return 'proof-kind-unknown';
  const { proofValue, ...options } = proof;
  if (typeof proofValue !== 'string' || options['proofPurpose'] !== 'assertionMethod')
    return 'proof-malformed';
  // base58-btc is the one encoding both suites know
  if (!proofValue.startsWith('z')) return 'proof-malformed';
  if (!hasContextsOf(credential, options)) return 'proof-malformed';
  for (const date of [options['created'], options['expires']]) {
    if (date !== undefined && (typeof date !== 'string' || !moment.test(date))) return 'proof-malformed';
  }
  const signature = decodeMultibase(proofValue);
  if (signature?.length !== 64) return 'proof-malformed';
  const publicKey = publicKeyObject(key);
  if (publicKey?.asymmetricKeyType !== 'ed25519') return 'key-unusable';
  let hash: Uint8Array;
  try {
    hash = await dataIntegrityHash(without(credential, 'proof'), options);
  } catch (error) {
    return error instanceof Problem && error.code === 'document-invalid'
      ? 'context-unknown'
      : 'terms-undefined';
  }
  return verify(null, hash, publicKey, signature) ? undefined : 'signature-wrong';
}

/** A proof may repeat the contexts of its document; with others its words would mean something else than was signed. */
function hasContextsOf(credential: JsonObject, options: JsonObject): boolean {
  const own = options['@context'];
  return own === undefined || JSON.stringify(own) === JSON.stringify(credential['@context']);
}
