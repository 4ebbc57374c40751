/**
 * Verifies a compact JWS of one of certain types with a key that the caller found: credentials for wallets, status lists, proofs
 * of holders. Not here: what it says. https://www.rfc-editor.org/rfc/rfc8725#section-3.11 (explicit types)
 */
import { compactVerify, errors } from 'jose';
import type { JsonObject } from '../json/json-value.js';
import type { CompactJws } from './compact-jws.js';
import { type JwsAlgorithm, keyFits } from './key-fits.js';
import { type PublishedKey, publicKeyObject } from './public-key.js';

export type JwsFault = 'jwt-header-refused' | 'jwt-algorithm-refused' | 'key-unusable' | 'signature-wrong';

const algorithms: JwsAlgorithm[] = ['ES256', 'EdDSA', 'Ed25519', 'RS256'];

/** Is it of one of the types, and does it demand nothing that is not known here? */
export function hasUsualHeader({ crit, b64, typ }: JsonObject, types: readonly string[]): boolean {
  // b64 says that the payload is another than it is read as here: https://www.rfc-editor.org/rfc/rfc7797#section-7
  return crit === undefined && b64 === undefined && types.some((type) => type === typ);
}

/** Undefined: type, algorithm and signature are right. @param types allowed as `typ` */
export async function verifyTypedJws(
  { header, compact }: CompactJws,
  key: PublishedKey,
  types: readonly string[],
): Promise<JwsFault | undefined> {
  if (!hasUsualHeader(header, types)) return 'jwt-header-refused';
  const algorithm = algorithms.find((allowed) => allowed === header['alg']);
  if (!algorithm) return 'jwt-algorithm-refused';
  const publicKey = publicKeyObject(key);
  if (!publicKey || !keyFits(publicKey, algorithm)) return 'key-unusable';
  try {
    await compactVerify(compact, publicKey, { algorithms });
    return undefined;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature-wrong';
    if (error instanceof errors.JOSEError || error instanceof TypeError) return 'key-unusable';
    throw error;
  }
}
