/**
 * An institution as Open Badges 2.0 issuer of hosted and signed badges.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Profile
 */
import { addresses } from '../addresses.js';
import type { IssuingInstitution } from '../credential-content.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { openBadges2Context } from './context.js';
import { type KeyProfile, relatedAddresses } from './key-profile.js';

interface IssuerProfile2Input {
  base: string;
  institution: IssuingInstitution;
  profile: KeyProfile;
  /** Addresses of hosted endorsements. */
  endorsedAt?: readonly string[];
}

/** @throws Problem document-invalid: a text with a lone surrogate */
export function issuerProfile2({ base, institution, profile, endorsedAt }: IssuerProfile2Input): JsonObject {
  const at = addresses(base);
  const { ofKey, listed } = profile;
  return signable({
    '@context': openBadges2Context,
    id: at.issuerProfile2(institution.id, ofKey),
    type: 'Issuer',
    name: institution.legalName,
    url: institution.url ?? at.institution(institution.id),
    email: institution.email,
    image: institution.imageUrl,
    publicKey: listed === undefined ? undefined : [at.cryptographicKey(institution.id, listed)],
    revocationList: at.revocationList2(institution.id, ofKey),
    related: relatedAddresses(profile, (key) => at.issuerProfile2(institution.id, key)),
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
