/** Answers of the database that are believed for five seconds, and no longer: what another replica changed is known then. */
import type { Clock } from '../../shared/clock.js';

export const keptMilliseconds = 5_000;
/** The ones kept first go first. */
const mostKept = 1_000;

export interface Kept<T> {
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  drop(key: string): void;
}

export function keptFor<T>(clock: Clock): Kept<T> {
  const all = new Map<string, { value: T; at: number }>();
  return {
    get(key) {
      const found = all.get(key);
      // a clock that was set back keeps nothing of the future
      return found && Math.abs(clock().getTime() - found.at) < keptMilliseconds ? found.value : undefined;
    },
    put(key, value) {
      const [first] = all.size >= mostKept ? all.keys() : [];
      if (first !== undefined) all.delete(first);
      all.set(key, { value, at: clock().getTime() });
    },
    drop: (key) => void all.delete(key),
  };
}
