/**
 * Was something signed with the key of a certificate, by the method that its header names? Not here: whether the certificate is to be
 * trusted, or was revoked. https://www.rfc-editor.org/rfc/rfc7518#section-3.1 , https://www.rfc-editor.org/rfc/rfc8037#section-3.1
 */
import { createHash, type X509Certificate } from 'node:crypto';
import { keyOf } from './certificate-chain.js';
import { fitsKey, isSignedBy, signatureMethod } from './signature-methods.js';

export type CertifiedFault =
  | 'jwt-algorithm-refused'
  | 'certificate-swapped' // the header names another one by its fingerprint
  | 'key-unusable'
  | 'signature-wrong';

export interface CertifiedSignature {
  certificate: X509Certificate;
  /** As the header says. */
  algorithm: string;
  /** SHA-256 of the certificate, base64url; undefined where the header does not tell it. */
  fingerprint: string | undefined;
  signed: Uint8Array;
  signature: Uint8Array;
}

/** Undefined: it was. */
export function verifyByCertificate(by: CertifiedSignature): CertifiedFault | undefined {
  const { certificate, algorithm, fingerprint, signed, signature } = by;
  const method = signatureMethod(algorithm);
  if (!method) return 'jwt-algorithm-refused';
  const own = createHash('sha256').update(certificate.raw).digest('base64url');
  if (fingerprint !== undefined && fingerprint !== own) return 'certificate-swapped';
  const key = keyOf(certificate);
  if (!key || !fitsKey(key, method)) return 'key-unusable';
  return isSignedBy(key, method, signed, signature) ? undefined : 'signature-wrong';
}

/** Was the certificate valid then, as it says itself? */
export function isWithinTime({ validFrom, validTo }: X509Certificate, moment: Date): boolean {
  const [from, until, at] = [Date.parse(validFrom), Date.parse(validTo), moment.getTime()];
  return from <= at && at <= until;
}
