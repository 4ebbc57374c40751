/** An award by its public address: what the world may see of it is served from here on. */
import { looksLikeId } from '../../shared/ids.js';
import type { AwardStore } from './award-store.js';
import { isPublished, type PublishedAward } from './is-published.js';

/** Undefined for an unknown id and for an offer that nobody claimed. A revoked one is still there. */
export async function publishedAward(
  deps: { awards: AwardStore },
  id: string,
): Promise<PublishedAward | undefined> {
  const award = looksLikeId(id) ? await deps.awards.byId(id) : undefined;
  return award && isPublished(award) ? award : undefined;
}
