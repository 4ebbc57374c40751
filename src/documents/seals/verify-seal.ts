/**
 * Is a seal right: made over this text, as its header demands, with the key of the certificate that it brings, while that was
 * valid? Not here: whether that certificate is to be trusted, or was revoked, and what time stamps prove.
 * https://www.etsi.org/deliver/etsi_ts/119100_119199/11918201/
 */
import type { X509Certificate } from 'node:crypto';
import { type CertificatesFault, isChain, readCertificates } from '../certificates/certificate-chain.js';
import { type CertifiedOwner, certifiedOwner } from '../certificates/certified-owner.js';
import {
  type CertifiedFault,
  isWithinTime,
  verifyByCertificate,
} from '../certificates/verify-by-certificate.js';
import type { Seal } from './read-seals.js';
import { readSealHeader, type SealHeader } from './seal-header.js';

export type SealFault =
  | 'too-complex'
  | 'seal-header-refused'
  | 'seal-demand-unknown'
  | 'seal-certificate-malformed'
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
  if ('fault' in read) return { algorithm, signedAt, fault: inSealTerms(read.fault) };
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
  const signed = Buffer.from(`${protectedPart}.${payload}`);
  const fault = verifyByCertificate({ certificate, algorithm, fingerprint, signed, signature });
  if (fault !== undefined) return inSealTerms(fault);
  if (signedAt.getTime() > now.getTime() + clockDifference) return 'seal-time-ahead';
  return isWithinTime(certificate, signedAt) ? undefined : 'seal-outside-certificate';
}

const inSealTerms = (fault: CertificatesFault | CertifiedFault): SealFault =>
  fault === 'certificate-malformed' || fault === 'certificate-swapped' ? `seal-${fault}` : fault;
