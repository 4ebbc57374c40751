/**
 * Verifies the signature of an SD-JWT credential with a key that the caller found. Not here: whether the key is the issuer's,
 * dates, status. https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/
 */
import type { CompactJws } from '../proofs/compact-jws.js';
import type { PublishedKey } from '../proofs/public-key.js';
import { type JwsFault, verifyTypedJws } from '../proofs/verify-typed-jws.js';

/** vc+sd-jwt: what it was called before November 2024. */
export const sdJwtTypes = ['dc+sd-jwt', 'vc+sd-jwt'];

/** Undefined: header and signature are right. */
export const verifySdJwt = (jws: CompactJws, key: PublishedKey): Promise<JwsFault | undefined> =>
  verifyTypedJws(jws, key, sdJwtTypes);
