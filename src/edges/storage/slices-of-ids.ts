/**
 * All ids in slices that widen, for what needs some of many: the embedded engine reads all that an index gives before it takes the first
 * ones. Begins anywhere, so that two who ask seldom take the same, and so that those that are done leave no gap at the beginning.
 */
import { randomId } from '../../shared/ids.js';
import { textFrom, type Condition } from './filter.js';

/** Of base64url, in the order of the database. */
const digits = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const parts = digits.length ** 2;
const widening = 4;

/** Every id is in one of them, whatever it looks like. */
export function* slicesOfIds(beginning = randomId()): Generator<Condition> {
  const [first = '', second = ''] = beginning;
  const begin = Math.max(0, digits.indexOf(first) * digits.length + digits.indexOf(second));
  let width = 1;
  for (const [from, end] of [
    [begin, parts],
    [0, begin],
  ] as const)
    for (let at = from; at < end; width *= widening) {
      const next = Math.min(at + width, end);
      yield textFrom(textAt(at), next < parts ? textAt(next) : undefined);
      at = next;
    }
}

/** The smallest text of a part; the first part has all that comes before as well. */
function textAt(part: number): string {
  if (part === 0) return '';
  return `${digits.charAt(Math.floor(part / digits.length))}${digits.charAt(part % digits.length)}`;
}
