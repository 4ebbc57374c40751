/** The endorsements that stand beside a version and its institution, newest first: accepted, neither hidden nor withdrawn. */
import { isPublic, type EndorsedThing, type Endorsement } from './endorsement.js';
import type { EndorsementStore } from './endorsement-store.js';

type Accepted = Endorsement & Required<Pick<Endorsement, 'said' | 'document' | 'acceptedAt'>>;

export async function shownEndorsements(
  deps: { endorsements: EndorsementStore },
  thing: EndorsedThing,
): Promise<Accepted[]> {
  const all = await deps.endorsements.about(thing);
  return all
    .filter(isPublic)
    .filter(({ state }) => state === 'accepted')
    .sort((one, other) => other.acceptedAt.getTime() - one.acceptedAt.getTime());
}
