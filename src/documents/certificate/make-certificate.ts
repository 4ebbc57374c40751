/** The certificate of an award: PDF, A4, the same bytes for the same content. Whether there is one is the caller's business. */
import type { CertificateContent } from './certificate-content.js';

export async function makeCertificate(content: CertificateContent): Promise<Uint8Array> {
  // Loaded with the first certificate: Acquis starts sooner.
  const { writeCertificate } = await import('./write-certificate.js');
  return writeCertificate(content);
}
