/** Certificates that were just made, kept in memory: a link that many open at once costs one making. */
import { hash } from 'node:crypto';
import { madeOnce } from '../../shared/made-once.js';
import type { CertificateContent } from './certificate-content.js';

export type MakeCertificate = (content: CertificateContent) => Promise<Uint8Array>;

/** Some 100 kB each. */
const mostKept = 30;

export const keptCertificates = (make: MakeCertificate): MakeCertificate => madeOnce(make, keyOf, mostKept);

/** The picture is the achievement's, which the credential names; all else is text. */
function keyOf(content: CertificateContent): string {
  return hash('sha256', JSON.stringify({ ...content, picture: content.picture.alt }), 'base64url');
}
