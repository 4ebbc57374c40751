/**
 * An endorsement that an institution hosts for somebody who has no site, as Open Badges 2.0 Endorsement, and what stands at its address
 * after it was withdrawn. https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Endorsement
 */
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import { utcSeconds } from '../json/utc-seconds.js';
import { endorsementComment, type EndorsementContent } from '../open-badge-3/endorsement-credential.js';
import { openBadges2Context } from './context.js';

/**
 * Its issuer is who hosts it, as in 3.0; the comment says who speaks.
 * @param content.about.id address of the BadgeClass or of the issuer's Profile
 * @throws Problem document-invalid: a lone surrogate
 */
export function hostedEndorsement(content: Omit<EndorsementContent, 'confirmation'>): JsonObject {
  const at = addresses(content.base);
  return signable({
    '@context': openBadges2Context,
    id: at.endorsement2(content.endorsementId),
    type: 'Endorsement',
    claim: { id: content.about.id, endorsementComment: endorsementComment(content) },
    issuer: at.issuerProfile2(content.institution.id),
    issuedOn: utcSeconds(content.validFrom),
    verification: { type: 'HostedBadge' },
  });
}

/** To be served with 410 Gone. */
export function revokedEndorsement(base: string, endorsementId: string): JsonObject {
  return signable({
    '@context': openBadges2Context,
    id: addresses(base).endorsement2(endorsementId),
    type: 'Endorsement',
    revoked: true,
    revocationReason: 'Withdrawn by the organisation that gave it.',
  });
}
