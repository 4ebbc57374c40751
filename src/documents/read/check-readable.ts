/** First check: could it be read at all, and as what? */
import { isClr } from '../clr/clr-shape.js';
import { isEndorsement } from '../open-badge-3/endorsement-shape.js';
import { type Check, failed, passed } from './check.js';
import type { Reading } from './reading.js';

export function checkReadable(reading: Reading): Check {
  if (reading.kind === 'unreadable') return failed('readable', reading.reason);
  const isBadge3 = reading.kind === 'open-badge-3' || reading.kind === 'open-badge-3-jwt';
  if (isBadge3 && isClr(reading.credential)) return passed('readable', 'clr');
  return passed('readable', isBadge3 && isEndorsement(reading.credential) ? 'endorsement' : reading.kind);
}
