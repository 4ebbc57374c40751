/**
 * The certificates that a signature brings: the owner's, and perhaps those that vouch for it. Whether the last of them is to be trusted
 * is not known here: that stands on lists that states keep. https://www.rfc-editor.org/rfc/rfc5280
 */
import { type KeyObject, X509Certificate } from 'node:crypto';

/** Longer chains are not in use; each costs a signature. */
const mostCertificates = 8;
/** Characters of base64. */
const longestCertificate = 20_000;

export type CertificatesReading =
  { certificates: [X509Certificate, ...X509Certificate[]] } | { fault: CertificatesFault };
export type CertificatesFault = 'too-complex' | 'certificate-malformed';

export function readCertificates(x5c: readonly string[]): CertificatesReading {
  if (x5c.length > mostCertificates || x5c.some((text) => text.length > longestCertificate))
    return { fault: 'too-complex' };
  const [first, ...others] = x5c.map(readCertificate);
  const vouching = others.filter((certificate) => certificate !== undefined);
  return first && vouching.length === others.length
    ? { certificates: [first, ...vouching] }
    : { fault: 'certificate-malformed' };
}

function readCertificate(text: string): X509Certificate | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return undefined;
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(bytes);
  } catch {
    return undefined;
  }
  // no PEM, and nothing behind the certificate that its fingerprint would not cover
  return certificate.raw.equals(bytes) ? certificate : undefined;
}

/** Is each made and signed by the next, and may that one do so? One alone is such a chain. */
export function isChain(certificates: readonly X509Certificate[]): boolean {
  return certificates.slice(1).every((maker, place) => {
    const made = certificates[place];
    return made !== undefined && maker.ca && isMadeBy(made, maker);
  });
}

/** Nobody vouches for what it says but itself. */
export const isSelfMade = (certificate: X509Certificate): boolean => isMadeBy(certificate, certificate);

function isMadeBy(made: X509Certificate, maker: X509Certificate): boolean {
  const key = keyOf(maker);
  // names first: a key of another kind than the signature is an error rather than an answer
  return key !== undefined && made.checkIssued(maker) && isSignedWith(made, key);
}

function isSignedWith(certificate: X509Certificate, key: KeyObject): boolean {
  try {
    return certificate.verify(key);
  } catch {
    return false;
  }
}

/** Undefined: of a kind that is not known here, too weak, or made to cost whoever checks it much time. */
export function keyOf(certificate: X509Certificate): KeyObject | undefined {
  let key: KeyObject;
  try {
    key = certificate.publicKey;
  } catch {
    return undefined;
  }
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details = {} } = key;
  const { modulusLength: bits = 0, publicExponent = 0n, namedCurve } = details;
  const isUsable =
    kind === 'rsa' || kind === 'rsa-pss'
      ? bits >= 2048 && bits <= 8192 && publicExponent < 2n ** 32n
      : (kind === 'ec' && namedCurve !== undefined) || kind === 'ed25519' || kind === 'ed448';
  return isUsable ? key : undefined;
}
