/**
 * Does a certificate say that it is for an address? By the alternative names of its owner alone, never by the common name.
 * https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6
 */
import type { X509Certificate } from 'node:crypto';

/** To the letter. */
export const certifiesUri = (certificate: X509Certificate, uri: string): boolean =>
  urisOf(certificate).includes(uri);

/** @param host as an address has it, without its port */
export function certifiesHost(certificate: X509Certificate, host: string): boolean {
  // a dot at the beginning would ask for any name below
  if (host.startsWith('.') || namesOf(certificate) === '') return false;
  return certificate.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
}

/** As node:crypto writes them: a kind, a colon, and the name; that in quotes where anything in it could be misread. */
const alternativeName = /([\w ]+):("(?:[^"\\]|\\.)*"|[^",]*)(?:, |$)/y;

/** None where the names cannot be told apart. */
function urisOf(certificate: X509Certificate): string[] {
  const subjectAltName = namesOf(certificate);
  const uris: string[] = [];
  for (alternativeName.lastIndex = 0; alternativeName.lastIndex < subjectAltName.length;) {
    const [, kind, name = ''] = alternativeName.exec(subjectAltName) ?? [];
    if (kind === undefined) return [];
    if (kind === 'URI') uris.push(name.startsWith('"') ? String(JSON.parse(name)) : name);
  }
  return uris;
}

/**
 * Empty where there are none, or none that can be read. Not by `subjectAltName`, nor by `checkHost` alone: where the names cannot be read, each
 * leaves an error behind at which the next private key fails that anybody here reads from PEM.
 */
const namesOf = (certificate: X509Certificate): string => certificate.toLegacyObject().subjectaltname ?? '';
