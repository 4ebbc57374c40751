/** Whether the LMS only put a request off, and how long. GETs are repeated by the guarded fetch; this is for the rest. */
import type { OutboundAnswer } from '../shared/outbound-fetch.js';

const usualMs = 500;
/** Longer than this nobody waits in front of a page. */
const longestMs = 10_000;

/** Milliseconds to wait before one more try; undefined: it was not put off, or for too long. */
export function putOffFor(answer: Pick<OutboundAnswer, 'status' | 'headers'>): number | undefined {
  if (answer.status !== 429 && answer.status < 500) return undefined;
  const asked = answer.headers['retry-after']?.trim() ?? '';
  const wait = /^\d+$/.test(asked) ? Number(asked) * 1000 : usualMs;
  return wait <= longestMs ? wait : undefined;
}
