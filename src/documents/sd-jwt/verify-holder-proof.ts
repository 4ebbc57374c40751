/**
 * The proof of its holder that an SD-JWT may end with (Key Binding JWT): made by the key that the credential names, over all that
 * was handed over with it, for one verifier. Whether it is fresh only that verifier can tell, by its nonce.
 * https://www.rfc-editor.org/rfc/rfc9901#section-4.3
 */
import { isJsonObject } from '../json/json-value.js';
import { readCompactJws } from '../proofs/compact-jws.js';
import { verifyTypedJws } from '../proofs/verify-typed-jws.js';
import { digestOf } from './disclosure.js';
import type { SdJwt } from './read-sd-jwt.js';

export type HolderProof =
  /** Bound to no key, and without a proof. */
  | { state: 'none' }
  /** Bound to a key; that whoever handed it in has it is not shown. */
  | { state: 'missing' }
  /** The key or the algorithm is of a kind that is not known here. */
  | { state: 'unknown' }
  | { state: 'wrong' }
  /** audience: for whom it was made, as it says. */
  | { state: 'right'; audience: string };

export async function verifyHolderProof(sdJwt: SdJwt): Promise<HolderProof> {
  const { holderProof, presented, algorithm, jws } = sdJwt;
  // never disclosed one by one, so what the signer wrote is all there is
  const { cnf } = jws.payload;
  if (holderProof === undefined) return { state: cnf === undefined ? 'none' : 'missing' };
  const proof = readCompactJws(holderProof);
  if (!proof || !isJsonObject(cnf)) return { state: 'wrong' };
  const { aud, nonce, iat, sd_hash: digest } = proof.payload;
  if (typeof aud !== 'string' || typeof nonce !== 'string' || typeof iat !== 'number')
    return { state: 'wrong' };
  if (!algorithm || !isJsonObject(cnf['jwk'])) return { state: 'unknown' };
  if (digest !== digestOf(presented, algorithm)) return { state: 'wrong' };
  const fault = await verifyTypedJws(proof, { jwk: cnf['jwk'] }, ['kb+jwt']);
  if (fault === undefined) return { state: 'right', audience: aud };
  const isUnknown = fault === 'key-unusable' || (fault === 'jwt-algorithm-refused' && isSigned(proof.header));
  return { state: isUnknown ? 'unknown' : 'wrong' };
}

const isSigned = ({ alg }: { alg?: unknown }): boolean => typeof alg === 'string' && alg !== 'none';
