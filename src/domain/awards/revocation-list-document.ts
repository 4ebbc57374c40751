/** The 1EdTech revocation list of an institution, as served. https://www.imsglobal.org/spec/vcrl/v1p0/ */
import { revocationList } from '../../documents/status-list/revocation-list.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { AwardStore } from './award-store.js';
import { revocationReasonOf } from './revocation-reason.js';

/** JSON text; undefined for an unknown institution. */
export async function revocationListDocument(
  deps: { awards: AwardStore; institutions: InstitutionStore; base: string },
  institutionId: string,
): Promise<string | undefined> {
  const institution = await deps.institutions.byId(institutionId);
  if (!institution) return undefined;
  const revoked = await deps.awards.revokedOf(institutionId);
  const told = revoked.map((one) => ({ id: one.id, reason: revocationReasonOf(deps.base, one) }));
  return JSON.stringify(revocationList(deps.base, institutionId, told));
}
