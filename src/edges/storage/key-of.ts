/** The `_id` of a document that several values identify together: the unique key without an index of its own. */
import { hash } from 'node:crypto';

/** 43 characters; the same for the same values in the same order. */
export function keyOf(...values: (string | number)[]): string {
  return hash('sha256', JSON.stringify(values), 'base64url');
}
