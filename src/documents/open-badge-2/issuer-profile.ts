/**
 * An institution as Open Badges 2.0 issuer, with its key for signed badges and its list of revoked ones.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Profile
 */
import { addresses } from '../addresses.js';
import type { IssuingInstitution } from '../credential-content.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { openBadges2Context } from './context.js';

export interface IssuerProfile2Input {
  base: string;
  institution: IssuingInstitution;
  /** Addresses of the RSA keys (CryptographicKey documents) that sign 2.0 badges; none for an issuer of hosted badges only. */
  keyUrls?: readonly string[];
  /** Address of the RevocationList document of signed badges. */
  revocationListUrl?: string;
}

/** @throws Problem document-invalid: a text with a lone surrogate */
export function issuerProfile2({
  base,
  institution,
  keyUrls = [],
  revocationListUrl,
}: IssuerProfile2Input): JsonObject {
  const at = addresses(base);
  const host = new URL(base).hostname;
  return signable({
    '@context': openBadges2Context,
    id: at.issuerProfile2(institution.id),
    type: 'Issuer',
    name: institution.legalName,
    url: institution.url ?? at.institution(institution.id),
    email: institution.email,
    image: institution.imageUrl,
    // the 1EdTech validator demands a dotted host name here, so loopback says nothing and the origin of the id counts
    verification: isLoopback(host)
      ? undefined
      : { type: 'VerificationObject', allowedOrigins: [host], startsWith: [`${base}/`] },
    publicKey: keyUrls,
    revocationList: revocationListUrl,
  });
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}
