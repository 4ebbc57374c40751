/**
 * Verifies one embedded proof with a key that the caller found: eddsa-rdfc-2022, ecdsa-rdfc-2019, and Ed25519Signature2020 of
 * older badges. Not here: whether the key is the issuer's. https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-rdfc-2022 ,
 * https://www.w3.org/TR/vc-di-ecdsa/#verify-proof-ecdsa-rdfc-2019
 */
import { type KeyObject, verify } from 'node:crypto';
import { Problem } from '../../shared/problem.js';
import { isJsonObject, type JsonObject, type JsonValue, without } from '../json/json-value.js';
import { type CanonicalForm, canonicalize, type DigestAlgorithm } from '../contexts/canonicalize.js';
import { inLaterEdition } from '../contexts/later-edition.js';
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

type Suite = 'eddsa' | 'ecdsa';

/** True for a proof this module can judge. */
export function isKnownProof(proof: JsonValue | undefined): proof is JsonObject {
  return suiteOf(proof) !== undefined;
}

/** True when one key may have made both. */
export function areOfOneSuite(one: JsonObject | undefined, other: JsonObject): boolean {
  return suiteOf(one) === suiteOf(other);
}

function suiteOf(proof: JsonValue | undefined): Suite | undefined {
  if (!isJsonObject(proof)) return undefined;
  const { type, cryptosuite } = proof;
  if (type === 'Ed25519Signature2020') return 'eddsa';
  if (type !== 'DataIntegrityProof') return undefined;
  if (cryptosuite === 'eddsa-rdfc-2022') return 'eddsa';
  return cryptosuite === 'ecdsa-rdfc-2019' ? 'ecdsa' : undefined;
}

interface Signing {
  hash: DigestAlgorithm;
  /** Bytes of a signature. */
  length: number;
}

/** How a suite signs with a key; undefined when it does not sign with this kind. */
function signingOf(
  suite: Suite,
  { asymmetricKeyType, asymmetricKeyDetails }: KeyObject,
): Signing | undefined {
  if (suite === 'eddsa') return asymmetricKeyType === 'ed25519' ? { hash: 'sha256', length: 64 } : undefined;
  if (asymmetricKeyType !== 'ec') return undefined;
  switch (asymmetricKeyDetails?.namedCurve ?? '') {
    case 'prime256v1':
      return { hash: 'sha256', length: 64 };
    case 'secp384r1':
      return { hash: 'sha384', length: 96 };
    default:
      return undefined;
  }
}

/**
 * Undefined: the signature is right.
 * @param credential as read, with its proof or without
 * @param ways to the canonical form, quicker ones first: what is wrong by one is looked at again by the next
 */
export async function verifyDataIntegrity(
  credential: JsonObject,
  proof: JsonObject,
  key: PublishedKey,
  ways: readonly CanonicalForm[] = [canonicalize],
): Promise<DataIntegrityFault | undefined> {
  const suite = suiteOf(proof);
  if (!suite) return 'proof-kind-unknown';
  const { proofValue, ...options } = proof;
  if (typeof proofValue !== 'string' || options['proofPurpose'] !== 'assertionMethod')
    return 'proof-malformed';
  // base58-btc is the one encoding that all suites know
  if (!proofValue.startsWith('z')) return 'proof-malformed';
  if (!hasContextsOf(credential, options)) return 'proof-malformed';
  for (const date of [options['created'], options['expires']]) {
    if (date !== undefined && (typeof date !== 'string' || !moment.test(date))) return 'proof-malformed';
  }
  const signature = decodeMultibase(proofValue);
  if (!signature) return 'proof-malformed';
  const publicKey = publicKeyObject(key);
  const signing = publicKey && signingOf(suite, publicKey);
  if (!signing) return 'key-unusable';
  if (signature.length !== signing.length) return 'proof-malformed';
  const unsigned = inLaterEdition(without(credential, 'proof'));
  const isRight = async (way: CanonicalForm): Promise<boolean> => {
    const hash = await dataIntegrityHash(unsigned, options, way, signing.hash);
    return suite === 'eddsa'
      ? verify(null, hash, publicKey, signature)
      : verify(signing.hash, hash, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  };
  try {
    for (const way of ways) if (await isRight(way)) return undefined;
    return 'signature-wrong';
  } catch (error) {
    return error instanceof Problem && error.code === 'document-invalid'
      ? 'context-unknown'
      : 'terms-undefined';
  }
}

/** A proof may repeat the contexts of its document; with others its words would mean something else than was signed. */
function hasContextsOf(credential: JsonObject, options: JsonObject): boolean {
  const own = options['@context'];
  return own === undefined || JSON.stringify(own) === JSON.stringify(credential['@context']);
}
