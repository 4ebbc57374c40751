/** When a GET is tried again, and after how many milliseconds. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */

/** Answers after which another try may go better. */
export function isPassingTrouble(status: number): boolean {
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

/** Milliseconds from now; 0 for a past date; undefined for what is neither seconds nor a date. */
export function retryAfterMs(text: string, now: Date): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  // Date.parse reads "-5" and "1.5" as dates, too
  return Number.isNaN(date) || !/[a-z]{3}/i.test(text) ? undefined : Math.max(0, date - now.getTime());
}
