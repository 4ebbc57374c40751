/** First check: could it be read at all, and as what? */
import { type Check, failed, passed } from './check.js';
import type { Reading } from './reading.js';

export function checkReadable(reading: Reading): Check {
  if (reading.kind === 'unreadable') return failed('readable', reading.reason);
  return passed('readable', reading.kind);
}
