/** Awards that are revoked or suspended, in the database: what the status lists and the revocation list are made of. */
import type { AwardStore, RevokedAward } from '../../domain/awards/award-store.js';
import type { AwardState } from '../../domain/awards/award.js';
import type { Collection } from './collection.js';
import { isThere, oneOf } from './filter.js';
import { heavyFields as heavy, toAward, type StoredAward } from './stored-award.js';

type FallenAwards = Pick<AwardStore, 'revokedPlaces' | 'fallenAt' | 'statusFingerprint' | 'revokedOf'>;

const fallen = oneOf('revoked', 'suspended');

export function fallenAwards(awards: Collection<StoredAward>): FallenAwards {
  /** Goes up with each suspension and resumption of an award of the list. */
  async function suspensionWritesIn(listId: string): Promise<number> {
    // the rarest first: the engine takes the first that begins an index
    const found = await awards.find(
      { suspensionWrites: isThere(), 'statusPlace.listId': listId },
      { without: heavy },
    );
    return found.reduce((sum, { suspensionWrites = 0 }) => sum + suspensionWrites, 0);
  }

  return {
    async revokedPlaces(listId) {
      const found = await awards.find({ 'statusPlace.listId': listId, state: fallen }, { without: heavy });
      return found.flatMap(({ statusPlace }) => (statusPlace ? [statusPlace.index] : []));
    },
    async fallenAt({ listId, index }) {
      const inState = (state: AwardState): Promise<StoredAward | undefined> =>
        awards.findOne({ 'statusPlace.listId': listId, state, 'statusPlace.index': index });
      // each state by itself, for the engine; in this order: what is revoked between the two questions is found by the second
      const found = (await inState('suspended')) ?? (await inState('revoked'));
      return found && toAward(found);
    },
    async statusFingerprint(listId) {
      // in this order: what is revoked between the two questions is counted, or makes the next reader build once more
      const writes = await suspensionWritesIn(listId);
      // nothing is ever un-revoked: the number alone tells one state from another
      const revoked = await awards.count({ 'statusPlace.listId': listId, state: 'revoked' });
      return revoked === 0 && writes === 0 ? '' : [revoked, ...(writes > 0 ? [writes] : [])].join(' ');
    },
    async revokedOf(institutionId) {
      const revoked = await awards.find(
        { institutionId, state: fallen }, // with one condition more the engine uses no index for the state
        { sort: { revokedAt: 1, _id: 1 }, without: heavy },
      );
      return revoked.flatMap(
        ({ id, issuedAt, suspension, revokedAt, revocationReason, supersededBy }): RevokedAward[] => {
          if (!issuedAt) return [];
          if (suspension)
            return [{ id, revokedAt: suspension.at, reason: suspension.reason, suspended: true }];
          return revokedAt
            ? [{ id, revokedAt, reason: revocationReason ?? '', ...(supersededBy && { supersededBy }) }]
            : [];
        },
      );
    },
  };
}
