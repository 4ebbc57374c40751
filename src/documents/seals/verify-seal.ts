/**
 * Is a seal right: made over this text, as its header demands, with the key of the certificate that it brings, while that was
 * valid? Not here: whether that certificate is to be trusted, or was revoked, and what time stamps prove.
 * https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/
 */
import { createHash, type X509Certificate } from 'node:crypto';
import { type CertifiedOwner, certifiedOwner } from './certified-owner.js';
import type { Seal } from './read-seals.js';
import { type CertificatesFault, isChain, keyOf, readCertificates } from './seal-certificates.js';
import { readSealHeader, type SealHeader } from './seal-header.js';
import { fitsKey, isSignedBy, sealMethod } from './seal-methods.js';

export type SealFault =
  | CertificatesFault
  | 'seal-header-refused'
  | 'seal-demand-unknown'
  | 'jwt-algorithm-refused'
  | 'key-missing' // it brings no certificate
  | 'key-unusable'
  | 'seal-certificate-swapped'
  | 'signature-wrong'
  | 'seal-outside-certificate' // made before or after the time of the certificate
  | 'seal-time-ahead';

export interface JudgedSeal {
  /** Undefined: it is right. */
  fault?: SealFault;
  /** Of the header, where that is at fault. */
  member?: string;
  algorithm?: string;
  signedAt?: Date;
  /** As the certificate says; undefined where there is none that can be read. */
  owner?: CertifiedOwner;
  /** False: the certificates that came with it do not vouch for each other. */
  isChain?: boolean;
}

/** Clocks of servers differ: it may have been made some minutes from now (ms). */
const clockDifference = 5 * 60_000;

/** @param payload the text that was sealed, as it stands */
export function verifySeal(seal: Seal, payload: string, now: Date): JudgedSeal {
  const header = readSealHeader(seal.header);
  if ('fault' in header) return header;
  const { algorithm, signedAt } = header;
  if (!header.certificates) return { algorithm, signedAt, fault: 'key-missing' };
  const read = readCertificates(header.certificates);
  if ('fault' in read) return { algorithm, signedAt, fault: read.fault };
  const [certificate] = read.certificates;
  return {
    algorithm,
    signedAt,
    owner: certifiedOwner(certificate),
    isChain: isChain(read.certificates),
    fault: faultOf(seal, payload, { header, certificate, now }),
  };
}

function faultOf(
  { protectedPart, signature }: Seal,
  payload: string,
  { header, certificate, now }: { header: SealHeader; certificate: X509Certificate; now: Date },
): SealFault | undefined {
  const { algorithm, fingerprint, signedAt } = header;
  const method = sealMethod(algorithm);
  if (!method) return 'jwt-algorithm-refused';
  const own = createHash('sha256').update(certificate.raw).digest('base64url');
  if (fingerprint !== undefined && fingerprint !== own) return 'seal-certificate-swapped';
  const key = keyOf(certificate);
  if (!key || !fitsKey(key, method)) return 'key-unusable';
  const signed = Buffer.from(`${protectedPart}.${payload}`);
  if (!isSignedBy(key, method, signed, signature)) return 'signature-wrong';
  if (signedAt.getTime() > now.getTime() + clockDifference) return 'seal-time-ahead';
  const [from, until] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  const isWithin = from <= signedAt.getTime() && signedAt.getTime() <= until;
  return isWithin ? undefined : 'seal-outside-certificate';
}
