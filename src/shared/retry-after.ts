/** For how long a server asks to wait. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */

/** Milliseconds from now; 0 for a past date; undefined for what is neither seconds nor a date. */
export function retryAfterMs(text: string, now: Date): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  // Date.parse reads "-5" and "1.5" as dates, too
  return Number.isNaN(date) || !/[a-z]{3}/i.test(text) ? undefined : Math.max(0, date - now.getTime());
}
