/** Ids of the real shape, one after the other: the same in every run. */
import type { NewId } from '../../src/shared/ids.js';

export function countedIds(): NewId {
  let count = 0;
  return () => `id${String((count += 1)).padStart(20, '0')}`;
}
