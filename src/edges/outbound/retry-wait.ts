/** When a GET is tried again, and after how many milliseconds. */
import { retryAfterMs } from '../../shared/retry-after.js';

/** Answers after which another try may go better. */
export function mayGoBetter(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501);
}

export interface Patience {
  /** Milliseconds before the second try, doubled before each further one. */
  backoffMs: number;
  /** Milliseconds that are never waited for longer. */
  maxWaitMs: number;
}

/**
 * Milliseconds to wait before try number `tried` + 1. What the server asks for is obeyed; undefined when that is longer than
 * our patience, because asking earlier than told is worse than not asking.
 */
export function retryWait(
  patience: Patience,
  tried: number,
  retryAfter: string | undefined,
  now: Date,
): number | undefined {
  const asked = retryAfter === undefined ? undefined : retryAfterMs(retryAfter, now);
  if (asked !== undefined) return asked <= patience.maxWaitMs ? asked : undefined;
  const longest = Math.min(patience.backoffMs * 2 ** (tried - 1), patience.maxWaitMs);
  // Jitter: those who failed together must not come back together.
  return longest / 2 + (Math.random() * longest) / 2;
}
