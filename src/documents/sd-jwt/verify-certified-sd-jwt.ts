/**
 * Is an SD-JWT credential signed as its header says, with the key of the certificate that the header brings (x5c), while that was
 * valid? Not here: whether the certificate is to be trusted, or was revoked, and whether it names the issuer.
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ (issuer signature mechanisms), https://www.rfc-editor.org/rfc/rfc7515#section-4.1.6
 */
import type { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { type CertificatesFault, isChain, readCertificates } from '../certificates/certificate-chain.js';
import {
  type CertifiedFault,
  isWithinTime,
  verifyByCertificate,
} from '../certificates/verify-by-certificate.js';
import { decodeBase64url } from '../json/decode-base64url.js';
import type { CompactJws } from '../proofs/compact-jws.js';
import { hasUsualHeader } from '../proofs/verify-typed-jws.js';
import { sdJwtTypes } from './verify-sd-jwt.js';

/** 'outside-certificate': made before or after the time of the certificate. */
export type CertifiedSdJwtFault =
  'jwt-header-refused' | CertificatesFault | CertifiedFault | 'outside-certificate';

export interface CertifiedSdJwt {
  /** Undefined: it is right. */
  fault?: CertifiedSdJwtFault;
  /** The signer's; undefined where there is none that can be read. */
  certificate?: X509Certificate;
  /** False: the certificates that came with it do not vouch for each other. */
  isChain?: boolean;
}

const headerShape = z.looseObject({
  alg: z.string(),
  x5c: z.array(z.string()).min(1),
  'x5t#S256': z.string().optional(),
});

/** @param signedAt as whoever signed it says */
export function verifyCertifiedSdJwt({ header, compact }: CompactJws, signedAt: Date): CertifiedSdJwt {
  const read = headerShape.safeParse(header).data;
  if (!read || !hasUsualHeader(header, sdJwtTypes)) return { fault: 'jwt-header-refused' };
  const chain = readCertificates(read.x5c);
  if ('fault' in chain) return chain;
  const [certificate] = chain.certificates;
  const end = compact.lastIndexOf('.');
  const fault = verifyByCertificate({
    certificate,
    algorithm: read.alg,
    fingerprint: read['x5t#S256'],
    signed: Buffer.from(compact.slice(0, end)),
    signature: decodeBase64url(compact.slice(end + 1)) ?? Buffer.alloc(0),
  });
  return {
    certificate,
    isChain: isChain(chain.certificates),
    fault: fault ?? (isWithinTime(certificate, signedAt) ? undefined : 'outside-certificate'),
  };
}
