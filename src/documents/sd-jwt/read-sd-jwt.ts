/**
 * An SD-JWT taken apart, and its claims with what was disclosed of them. Not here: signature, dates, and what the claims mean.
 * https://www.rfc-editor.org/rfc/rfc9901#section-7.1
 */
import type { JsonObject } from '../json/json-value.js';
import { type CompactJws, readCompactJws } from '../proofs/compact-jws.js';
import { type DigestAlgorithm, digestHashes } from './disclosure.js';
import { type DisclosureFault, openDisclosures } from './open-disclosures.js';

export interface SdJwt {
  jws: CompactJws;
  /** Open claims and disclosed ones, without digests; with a fault what could be opened all the same. */
  claims: JsonObject;
  /** Names of the disclosed ones, in the order in which they were handed over. */
  disclosed: string[];
  /** Anything of it is not as the signer meant it, or (hash-unknown, too-many) it was not looked at. */
  fault?: SdJwtFault;
  /** Undefined with hash-unknown. */
  algorithm?: DigestAlgorithm;
  /** All but the proof of the holder: what that is a proof of. */
  presented: string;
  /** A compact JWS by the holder's own key, if it ends with one. */
  holderProof?: string;
}

export type SdJwtFault = DisclosureFault | 'hash-unknown' | 'too-many';

/** Each is hashed and read; a full micro-credential of ours has six. */
const mostDisclosures = 1_000;

export const looksLikeSdJwt = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+~[\w.~-]*$/.test(text);

/** Undefined when it is none: what stands before the first tilde is no JWS. */
export function readSdJwt(text: string): SdJwt | undefined {
  const [compact = '', ...texts] = text.split('~');
  const jws = looksLikeSdJwt(text) ? readCompactJws(compact) : undefined;
  if (!jws) return undefined;
  const holderProof = texts.pop();
  const { _sd_alg: named = 'sha-256', ...payload } = jws.payload;
  const algorithm = (Object.keys(digestHashes) as DigestAlgorithm[]).find((known) => known === named);
  const read = {
    jws,
    presented: text.slice(0, text.lastIndexOf('~') + 1),
    ...(algorithm && { algorithm }),
    ...(holderProof && { holderProof }),
  };
  if (!algorithm || texts.length > mostDisclosures) {
    return { ...read, claims: payload, disclosed: [], fault: algorithm ? 'too-many' : 'hash-unknown' };
  }
  return { ...read, ...openDisclosures(payload, texts, algorithm) };
}
