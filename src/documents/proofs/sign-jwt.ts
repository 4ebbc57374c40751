/**
 * The credential as VC-JWT, RS256: header only alg, kid and typ; the credential itself is the payload, with the claims that
 * repeat it. https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof
 */
import type { JsonObject } from '../json/json-value.js';
import { jwtClaims } from './jwt-claims.js';

export interface JwtSigner {
  /** Address that dereferences to one JWK. */
  kid: string;
  /** RSASSA-PKCS1-v1_5 with SHA-256 of the bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Compact JWS. @throws Problem document-invalid when the credential lacks id, issuer, subject id or validFrom */
export async function signJwt(signer: JwtSigner, credential: JsonObject): Promise<string> {
  const encode = (part: JsonObject): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const header = encode({ alg: 'RS256', kid: signer.kid, typ: 'JWT' });
  const signed = `${header}.${encode({ ...credential, ...jwtClaims(credential) })}`;
  const signature = await signer.sign(Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}
