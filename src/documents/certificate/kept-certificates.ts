/** Certificates that were just made, kept in memory: a link that many open at once costs one making. The oldest go first. */
import { hash } from 'node:crypto';
import type { CertificateContent } from './certificate-content.js';

export type MakeCertificate = (content: CertificateContent) => Promise<Uint8Array>;

/** Some 100 kB each. */
const mostKept = 30;

export function keptCertificates(make: MakeCertificate): MakeCertificate {
  const kept = new Map<string, Promise<Uint8Array>>();
  return (content) => {
    // the picture is the achievement's, which the credential names; all else is text
    const key = hash('sha256', JSON.stringify({ ...content, picture: content.picture.alt }), 'base64url');
    const made = kept.get(key) ?? make(content);
    kept.delete(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
