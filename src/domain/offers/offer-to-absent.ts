/** Offers the award to a learner who meets the rule and is not there: with the message about it, where messages are sent. */
import type { NewId } from '../../shared/ids.js';
import type { AwardStore } from '../awards/award-store.js';
import { newOffer } from '../awards/new-offer.js';
import { noteOffer, type NoteOfferDeps } from '../notices/note-offer.js';

export interface OfferToAbsentDeps extends NoteOfferDeps {
  awards: AwardStore;
  newId: NewId;
}

/** Offers that are on their way to the database at once: a class that passes together must not take all of it. */
export const offeredAtOnce = 8;

type Offer = Omit<Parameters<typeof newOffer>[0], 'id' | 'at' | 'correction' | 'learner'> & {
  learner: { subject: string; name?: string; email?: string };
};

/** False when the learner has been offered this version already: somebody was first. */
export async function offerToAbsent(deps: OfferToAbsentDeps, offer: Offer): Promise<boolean> {
  const id = deps.newId();
  const award = newOffer({ ...offer, id, at: deps.clock() });
  // before it: whatever happens in between, nobody is offered anything without being told
  await noteOffer(deps, award, offer.learner);
  return (await deps.awards.offer(award)).id === id;
}
