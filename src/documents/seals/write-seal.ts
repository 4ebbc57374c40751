/**
 * Writes a sealed document as Europass reads it: JWS in general JSON serialisation, plain payload, JAdES baseline B-B, and B-T
 * where a time stamp is there. Who signs is somebody else's: here is what is to be signed, and what becomes of the signature.
 * https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/ , https://www.rfc-editor.org/rfc/rfc7797
 */
import { createHash, type X509Certificate } from 'node:crypto';
import type { SignatureAlgorithm } from '../certificates/signature-methods.js';

export interface SealToWrite {
  algorithm: SignatureAlgorithm;
  /** The owner's first, each vouched for by the next. */
  certificates: readonly X509Certificate[];
  sealedAt: Date;
}

/** The protected header, as it stands in the seal. */
export function protectedPartOf({ algorithm, certificates, sealedAt }: SealToWrite): string {
  const [owner] = certificates;
  const header = {
    alg: algorithm,
    cty: 'octet-stream',
    'x5t#S256': owner && createHash('sha256').update(owner.raw).digest('base64url'),
    x5c: certificates.map(({ raw }) => raw.toString('base64')),
    typ: 'jose+json',
    b64: false,
    // since July 2025 this, and no more sigT (clause 5.1.11)
    iat: Math.floor(sealedAt.getTime() / 1000),
    crit: ['b64'],
  };
  return Buffer.from(JSON.stringify(header)).toString('base64url');
}

/** What the owner's key signs. @param payload the document, as it will stand in the file */
export const signedText = (protectedPart: string, payload: string): Buffer =>
  Buffer.from(`${protectedPart}.${payload}`);

/** What a time stamp is made of: the signature, as it stands in the seal. https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/ clause 5.3.4 */
export const stampedText = (signature: Uint8Array): Buffer =>
  Buffer.from(Buffer.from(signature).toString('base64url'));

/** @param timeStamp DER of an RFC 3161 token over `stampedText` */
export function sealedFile(seal: {
  payload: string;
  protectedPart: string;
  signature: Uint8Array;
  timeStamp?: Uint8Array;
}): string {
  const { payload, protectedPart, signature, timeStamp } = seal;
  return JSON.stringify({
    payload,
    signatures: [
      {
        protected: protectedPart,
        ...(timeStamp && { header: { etsiU: [signatureTimeStamp(timeStamp)] } }),
        signature: Buffer.from(signature).toString('base64url'),
      },
    ],
  });
}

function signatureTimeStamp(token: Uint8Array): string {
  const stamp = { sigTst: { tstTokens: [{ val: Buffer.from(token).toString('base64') }] } };
  return Buffer.from(JSON.stringify(stamp)).toString('base64url');
}
