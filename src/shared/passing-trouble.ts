/**
 * An answer of an LMS that says nothing of what was asked, only that it is to be asked again: too many requests (429), or an error
 * of its own (5xx).
 */
import type { OutboundAnswer } from './outbound-fetch.js';
import { retryAfterMs } from './retry-after.js';

export interface PassingTrouble {
  code: 'lms-busy' | 'lms-error';
  /** Milliseconds that the LMS asks to wait, where it says so. */
  facts: { waitMs?: number };
}

/** Undefined for any other answer. A date to wait for is held against the server's own clock. */
export function passingTrouble({
  status,
  headers,
}: Pick<OutboundAnswer, 'status' | 'headers'>): PassingTrouble | undefined {
  if (status !== 429 && status < 500) return undefined;
  const waitMs = retryAfterMs(headers['retry-after'] ?? '', new Date(headers['date'] ?? NaN));
  return {
    code: status === 429 ? 'lms-busy' : 'lms-error',
    facts: waitMs !== undefined && Number.isFinite(waitMs) ? { waitMs } : {},
  };
}
