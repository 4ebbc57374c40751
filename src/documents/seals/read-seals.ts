/**
 * The seals on a document: the signatures of a JWS in general JSON serialisation. Decoded, not verified.
 * https://www.rfc-editor.org/rfc/rfc7515#section-7.2.1
 */
import { z } from 'zod';
import { decodeBase64url } from '../json/decode-base64url.js';
import type { JsonObject, JsonValue } from '../json/json-value.js';
import { readJwsPart } from '../proofs/compact-jws.js';

export interface Seal {
  /** As given: what was signed begins with it. */
  protectedPart: string;
  /** What stands in it. Nothing of the unprotected header is believed: anybody may change that. */
  header: JsonObject;
  signature: Buffer;
}

/** Seals, or why there are none to judge. 'too-complex': more than any organisation needs. */
export type SealsReading = { seals: [Seal, ...Seal[]] } | { fault: SealsFault };
export type SealsFault = 'proof-missing' | 'proof-malformed' | 'too-complex';

/** A credential is sealed by its issuer, and perhaps by those who stand beside or above it. */
const mostSeals = 5;
/** Characters. Of what was seen, a time stamp and a certificate take 11,000. */
const longestHeader = 100_000;
/** Characters: an RSA key of 8192 bits signs with 1,366. */
const longestSignature = 1_500;

const signaturesShape = z.array(
  z.looseObject({
    protected: z.string(),
    header: z.record(z.string(), z.unknown()).optional(),
    signature: z.string(),
  }),
);

export function readSeals(signatures: JsonValue): SealsReading {
  const read = signaturesShape.safeParse(signatures);
  if (!read.success) return { fault: 'proof-malformed' };
  if (read.data.length > mostSeals) return { fault: 'too-complex' };
  const seals: Seal[] = [];
  for (const { protected: protectedPart, header: unprotected = {}, signature } of read.data) {
    if (protectedPart.length > longestHeader || signature.length > longestSignature)
      return { fault: 'too-complex' };
    const header = readJwsPart(protectedPart)?.object;
    const bytes = decodeBase64url(signature);
    // one name in both headers would let readers choose between them
    const isDoubled = Object.keys(unprotected).some((name) => header && Object.hasOwn(header, name));
    if (!header || !bytes?.length || isDoubled) return { fault: 'proof-malformed' };
    seals.push({ protectedPart, header, signature: bytes });
  }
  const [first, ...others] = seals;
  return first ? { seals: [first, ...others] } : { fault: 'proof-missing' };
}
