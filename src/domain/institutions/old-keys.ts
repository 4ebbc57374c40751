/** Keys that have signed for so long that they should be renewed: the longer a key signs, the more a theft of it costs. */
import type { PublicSigningKey } from './signing-keys.js';

/** Is one of the keys in use older than so many years? @param years 0: none is ever too old */
export function hasOldKeys(keys: readonly PublicSigningKey[], now: Date, years: number): boolean {
  if (years === 0) return false;
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() - years);
  return keys.some(({ createdAt, retiredAt }) => !retiredAt && createdAt < limit);
}
