/**
 * Verifies a VC-JWT with a key that the caller found: RS256 as Open Badges asks, ES256 and EdDSA of others. Not here: whether
 * the key is the issuer's, and dates. https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof ,
 * https://www.w3.org/TR/vc-jose-cose/#securing-with-jose (no `vc`), https://www.w3.org/TR/vc-data-model/#jwt-encoding (in `vc`)
 */
import { compactVerify, errors } from 'jose';
import { Problem } from '../../shared/problem.js';
import { credentialsContext } from '../contexts/context-documents.js';
import { isJsonObject, type JsonObject, listOf } from '../json/json-value.js';
import type { CompactJws } from './compact-jws.js';
import { jwtClaims } from './jwt-claims.js';
import { type JwsAlgorithm, keyFits } from './key-fits.js';
import { type PublishedKey, publicKeyObject } from './public-key.js';

export type JwtFault =
  | 'jwt-header-refused' // a header parameter that Open Badges does not allow, or neither kid nor jwk
  | 'jwt-algorithm-refused'
  | 'jwt-model-differs' // a credential of data model 2.0 inside of `vc`, which only 1.1 knows
  | 'jwt-claims-differ' // iss, jti, sub, nbf or exp do not repeat the credential
  | 'key-unusable'
  | 'signature-wrong';

const allowedHeaders = ['alg', 'kid', 'jwk', 'typ'];
const allowedAlgorithms: JwsAlgorithm[] = ['RS256', 'ES256', 'EdDSA', 'Ed25519'];

/** Undefined: header, claims and signature are right. @param credential the credential in the payload, without claims */
export async function verifyJwt(
  jws: CompactJws,
  credential: JsonObject,
  key: PublishedKey,
): Promise<JwtFault | undefined> {
  const { header, payload } = jws;
  if (Object.keys(header).some((name) => !allowedHeaders.includes(name))) return 'jwt-header-refused';
  if (header['kid'] === undefined && header['jwk'] === undefined) return 'jwt-header-refused';
  if (header['typ'] !== undefined && header['typ'] !== 'JWT') return 'jwt-header-refused';
  const algorithm = allowedAlgorithms.find((allowed) => allowed === header['alg']);
  if (!algorithm) return 'jwt-algorithm-refused';
  if (isJsonObject(payload['vc']) && listOf(credential['@context'])[0] === credentialsContext)
    return 'jwt-model-differs';
  if (!claimsRepeat(payload, credential)) return 'jwt-claims-differ';
  const publicKey = publicKeyObject(key);
  if (!publicKey || !keyFits(publicKey, algorithm)) return 'key-unusable';
  try {
    await compactVerify(jws.compact, publicKey, { algorithms: allowedAlgorithms });
    return undefined;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature-wrong';
    if (error instanceof errors.JOSEError || error instanceof TypeError) return 'key-unusable';
    throw error;
  }
}

function claimsRepeat(payload: JsonObject, credential: JsonObject): boolean {
  try {
    const claims = jwtClaims(credential);
    return ['iss', 'jti', 'sub', 'nbf', 'exp'].every((name) => payload[name] === claims[name]);
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
