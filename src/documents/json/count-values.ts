/** How large a document is for those who work through it: every value in it counts, lists and objects too. */
import type { JsonValue } from './json-value.js';

/** Counts up to `most`, and one further where there are more. */
export function countValues(value: JsonValue, most: number): number {
  let count = 1;
  if (typeof value !== 'object' || value === null) return count;
  for (const inner of Object.values(value)) {
    count += countValues(inner, most - count);
    if (count > most) break;
  }
  return count;
}
