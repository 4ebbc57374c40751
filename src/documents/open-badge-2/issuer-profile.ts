/**
 * An institution as Open Badges 2.0 issuer of hosted and signed badges.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Profile
 */
import { addresses } from '../addresses.js';
import type { IssuingInstitution } from '../credential-content.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { openBadges2Context } from './context.js';

interface IssuerProfile2Input {
  base: string;
  institution: IssuingInstitution;
  /** Ids of all RSA keys it ever had, so that what a retired one signed still verifies. */
  keyIds: readonly string[];
  /** Addresses of hosted endorsements. */
  endorsedAt?: readonly string[];
}

/** @throws Problem document-invalid: a text with a lone surrogate */
export function issuerProfile2({ base, institution, keyIds, endorsedAt }: IssuerProfile2Input): JsonObject {
  const at = addresses(base);
  return signable({
    '@context': openBadges2Context,
    id: at.issuerProfile2(institution.id),
    type: 'Issuer',
    name: institution.legalName,
    url: institution.url ?? at.institution(institution.id),
    email: institution.email,
    image: institution.imageUrl,
    publicKey: keyIds.map((keyId) => at.cryptographicKey(institution.id, keyId)),
    revocationList: at.revocationList2(institution.id),
    endorsement: endorsedAt,
    verification: hasOriginForValidators(base)
      ? { type: 'VerificationObject', allowedOrigins: [new URL(base).host], startsWith: [`${base}/`] }
      : undefined,
  });
}

/**
 * The 1EdTech validator takes a dotted host name here and nothing else, and compares it with host and port of the assertion:
 * elsewhere (loopback, a port) we say nothing, and the origin of the issuer's id counts.
 */
function hasOriginForValidators(base: string): boolean {
  return /^([a-z0-9-]+\.)+[a-z]{2,}$/.test(new URL(base).host);
}
