/**
 * Verifies the signature of an SD-JWT credential with a key that the caller found. Not here: whether the key is the issuer's,
 * dates, status. https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/
 */
import { compactVerify, errors } from 'jose';
import type { CompactJws } from '../proofs/compact-jws.js';
import { type JwsAlgorithm, keyFits } from '../proofs/key-fits.js';
import { type PublishedKey, publicKeyObject } from '../proofs/public-key.js';

export type SdJwtSignatureFault =
  'jwt-header-refused' | 'jwt-algorithm-refused' | 'key-unusable' | 'signature-wrong';

/** vc+sd-jwt: what it was called before November 2024. */
const types = ['dc+sd-jwt', 'vc+sd-jwt'];
const algorithms: JwsAlgorithm[] = ['ES256', 'EdDSA', 'Ed25519'];

/** Undefined: header and signature are right. */
export async function verifySdJwt(
  jws: CompactJws,
  key: PublishedKey,
): Promise<SdJwtSignatureFault | undefined> {
  const { header } = jws;
  if (!types.some((type) => type === header['typ']) || header['crit'] !== undefined)
    return 'jwt-header-refused';
  const algorithm = algorithms.find((allowed) => allowed === header['alg']);
  if (!algorithm) return 'jwt-algorithm-refused';
  const publicKey = publicKeyObject(key);
  if (!publicKey || !keyFits(publicKey, algorithm)) return 'key-unusable';
  try {
    await compactVerify(jws.compact, publicKey, { algorithms });
    return undefined;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature-wrong';
    if (error instanceof errors.JOSEError || error instanceof TypeError) return 'key-unusable';
    throw error;
  }
}
