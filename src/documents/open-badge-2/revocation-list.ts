/**
 * What became of an institution's signed Open Badges 2.0 assertions. Hosted ones tell it at their own address.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#RevocationList
 */
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';
import type { RevokedAward } from '../status-list/revocation-list.js';
import { openBadges2Context } from './context.js';
import { signedAssertionId } from './signed-assertion-id.js';

/**
 * An empty list stays there: `revokedAssertions` is required.
 * @param ofKey id of the key whose profile names it; it says the same as the plain one
 */
export function revocationList2(
  base: string,
  institutionId: string,
  revoked: readonly RevokedAward[],
  ofKey?: string,
): JsonObject {
  const at = addresses(base);
  return {
    '@context': openBadges2Context,
    id: at.revocationList2(institutionId, ofKey),
    type: 'RevocationList',
    issuer: at.issuerProfile2(institutionId, ofKey),
    revokedAssertions: revoked.map((award) =>
      signable({ id: signedAssertionId(award.id), revocationReason: award.reason }),
    ),
  };
}
