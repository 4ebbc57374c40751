/** A clock that goes on by a second each time it is read, as real ones do between two deeds. */
import type { Clock } from '../../../src/shared/clock.js';

export function tickingClock(from: Date): Clock {
  let now = from.getTime();
  return () => new Date((now += 1000));
}
