/** Answers of the database that are believed for five seconds, and no longer: what another replica changed is known then. */
import type { Clock } from '../../shared/clock.js';
import { recentlyUsed } from '../../shared/recently-used.js';

export const keptMilliseconds = 5_000;
const mostKept = 1_000;

export interface Kept<T> {
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  drop(key: string): void;
}

export function keptFor<T>(clock: Clock): Kept<T> {
  const all = recentlyUsed<{ value: T; at: number }>(mostKept);
  return {
    get(key) {
      const found = all.get(key);
      // a clock that was set back keeps nothing of the future
      return found && Math.abs(clock().getTime() - found.at) < keptMilliseconds ? found.value : undefined;
    },
    put: (key, value) => all.set(key, { value, at: clock().getTime() }),
    drop: (key) => all.delete(key),
  };
}
