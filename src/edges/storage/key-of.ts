/** The `_id` of a document that several values identify together: the unique key without an index of its own. */
import { createHash } from 'node:crypto';

/** 43 characters; the same for the same values in the same order. */
export function keyOf(...values: (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url');
}
