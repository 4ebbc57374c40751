/** An award as it lies in the database. */
import type { Award, StatusPlace } from '../../domain/awards/award.js';

/** `pair` is the smaller index of the pair that the place reserves: unique in its list. */
export type StoredAward = Omit<Award, 'statusPlace'> & { statusPlace?: StatusPlace & { pair?: number } };

/** What lists and counts need not read. */
export const heavyFields = ['documents', 'basis', 'history', 'recipient'];

export function toAward({ statusPlace, ...award }: StoredAward): Award {
  if (!statusPlace) return award;
  const { listId, index } = statusPlace;
  return { ...award, statusPlace: { listId, index } };
}
