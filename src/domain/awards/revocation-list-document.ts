/** The 1EdTech revocation list of an institution, as served: revoked awards, withdrawn endorsements. https://www.imsglobal.org/spec/vcrl/v1p0/ */
import { revocationList } from '../../documents/status-list/revocation-list.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { AwardStore } from './award-store.js';
import { revocationReasonOf } from './revocation-reason.js';

/** JSON text; undefined for an unknown institution. */
export async function revocationListDocument(
  deps: {
    awards: AwardStore;
    endorsements: EndorsementStore;
    institutions: InstitutionStore;
    base: string;
  },
  institutionId: string,
): Promise<string | undefined> {
  const institution = await deps.institutions.byId(institutionId);
  if (!institution) return undefined;
  const [revoked, withdrawn] = await Promise.all([
    deps.awards.revokedOf(institutionId),
    deps.endorsements.withdrawnOf(institutionId),
  ]);
  const told = revoked.map((one) => ({ id: one.id, reason: revocationReasonOf(deps.base, one) }));
  return JSON.stringify(revocationList(deps.base, institutionId, told, withdrawn));
}
