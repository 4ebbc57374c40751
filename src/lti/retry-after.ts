/** Whether the LMS only put a request off, and how long. GETs are repeated by the guarded fetch; this is for the rest. */
import type { OutboundAnswer } from '../shared/outbound-fetch.js';
import { passingTrouble } from '../shared/passing-trouble.js';

const usualMs = 500;
/** Longer than this nobody waits in front of a page. */
const longestMs = 10_000;

/** Milliseconds to wait before one more try; undefined: it was not put off, or for too long. */
export function putOffFor(answer: Pick<OutboundAnswer, 'status' | 'headers'>): number | undefined {
  const passing = passingTrouble(answer);
  if (!passing) return undefined;
  const { waitMs = usualMs } = passing.facts;
  return waitMs <= longestMs ? waitMs : undefined;
}
