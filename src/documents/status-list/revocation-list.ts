/** The 1EdTechRevocationList of an institution, published beside the status lists. https://www.imsglobal.org/spec/vcrl/v1p0/ */
import { addresses } from '../addresses.js';
import type { JsonObject } from '../json/json-value.js';
import { signable } from '../json/signable.js';

export interface RevokedAward {
  id: string;
  reason: string;
}

/** An empty list stays there: `revokedCredential` is required. */
export function revocationList(
  base: string,
  institutionId: string,
  revoked: readonly RevokedAward[],
): JsonObject {
  const at = addresses(base);
  return {
    id: at.revocationList(institutionId),
    issuer: at.did(institutionId),
    revokedCredential: revoked.map((award) =>
      signable({ id: at.award(award.id), revoked: true, revocationReason: award.reason }),
    ),
  };
}
