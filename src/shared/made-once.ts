/** Things that take long to make and are asked for by many: each is made once, also when many ask at the same moment. */
import { recentlyUsed } from './recently-used.js';

/**
 * A making that failed goes to all who waited for it, and is tried again for the next.
 * @param keyOf the same text for what is the same when made
 * @param most how many are kept
 */
export function madeOnce<Input, Output>(
  make: (input: Input) => Promise<Output>,
  keyOf: (input: Input) => string,
  most: number,
): (input: Input) => Promise<Output> {
  const kept = recentlyUsed<Promise<Output>>(most);
  return (input) => {
    const key = keyOf(input);
    const known = kept.get(key);
    if (known) return known;
    const made = make(input);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}
