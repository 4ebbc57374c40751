/** The 1EdTechRevocationList of an institution, published beside the status lists. https://www.imsglobal.org/spec/vcrl/v1p0/ */
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';

export interface RevokedAward {
  id: string;
  reason: string;
}

/** Why an endorsement does not count any more: nobody but who gave it takes it back. */
const withdrawn = 'Withdrawn by the organisation that gave it.';

/** @param endorsements ids of withdrawn ones. An empty list stays there: `revokedCredential` is required. */
export function revocationList(
  base: string,
  institutionId: string,
  revoked: readonly RevokedAward[],
  endorsements: readonly string[] = [],
): JsonObject {
  const at = addresses(base);
  return {
    id: at.revocationList(institutionId),
    issuer: at.did(institutionId),
    revokedCredential: [
      ...revoked.map((award) => ({ id: at.award(award.id), revocationReason: award.reason })),
      ...endorsements.map((id) => ({ id: at.endorsement(id), revocationReason: withdrawn })),
    ].map(({ id, revocationReason }) => signable({ id, revoked: true, revocationReason })),
  };
}
