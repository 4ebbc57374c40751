/** An endorsement by its public address: from its acceptance on, hidden and withdrawn ones too, since awards may carry it. */
import { looksLikeId } from '../../shared/ids.js';
import type { Endorsement } from './endorsement.js';
import type { EndorsementStore } from './endorsement-store.js';

/** Undefined for an unknown id and for one that was never accepted. A withdrawn one is there, without what it said. */
export async function publicEndorsement(
  deps: { endorsements: EndorsementStore },
  id: string,
): Promise<Endorsement | undefined> {
  const found = looksLikeId(id) ? await deps.endorsements.byId(id) : undefined;
  return found?.acceptedAt === undefined ? undefined : found;
}
