/**
 * The credential as VC-JWT, RS256: header only alg, kid and typ; the credential itself is the payload, with the claims that
 * repeat it. https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof
 */
import type { JsonObject } from '../json/json-value.js';
import { jwtClaims } from './jwt-claims.js';
import { signJws } from './sign-jws.js';

export interface JwtSigner {
  /** Address that dereferences to one JWK. */
  kid: string;
  /** RSASSA-PKCS1-v1_5 with SHA-256 of the bytes. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** Compact JWS. @throws Problem document-invalid when the credential lacks id, issuer, subject id or validFrom */
export function signJwt(signer: JwtSigner, credential: JsonObject): Promise<string> {
  const payload = { ...credential, ...jwtClaims(credential) };
  return signJws(signer.sign, payload, { kid: signer.kid, typ: 'JWT' });
}
