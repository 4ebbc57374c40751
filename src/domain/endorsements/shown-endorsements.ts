/** The endorsements that stand beside a version and its institution, newest first: accepted, neither hidden nor withdrawn. */
import { isPublic, type EndorsedThing, type PublicEndorsement } from './endorsement.js';
import type { EndorsementStore } from './endorsement-store.js';

export async function shownEndorsements(
  deps: { endorsements: EndorsementStore },
  thing: EndorsedThing,
): Promise<PublicEndorsement[]> {
  const all = await deps.endorsements.about(thing);
  return all
    .filter(isPublic)
    .filter(({ state }) => state === 'accepted')
    .sort((one, other) => other.acceptedAt.getTime() - one.acceptedAt.getTime());
}
