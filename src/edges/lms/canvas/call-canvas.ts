/**
 * One GET of Canvas's REST API. The token goes into a header, to the site it was entered for and nowhere else.
 * https://developerdocs.instructure.com/services/canvas/oauth2/file.oauth#using-access-tokens
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../../../domain/platforms/platform.js';
import type { KeptToken } from '../../../domain/platforms/service-tokens.js';
import type { OutboundAnswer } from '../../../shared/outbound-fetch.js';
import { lmsTrouble, type AskedOf } from '../lms-trouble.js';
import { sendQuestion, type QuestionLimits, type SendDeps } from '../send-question.js';
import { isThrottled, problemOfAnswer } from './canvas-faults.js';

/** Numbers as text. */
const format = 'application/json+canvas-string-ids';

/** Milliseconds before asking again where Canvas says, by a 403 without a time, that it was asked too much. */
const calmDownMs = [1_000, 3_000];

export interface CanvasCall {
  /** Absolute, on the site of the token. */
  url: string;
  /** Milliseconds since 1970. */
  deadline: number;
  limits: QuestionLimits;
}

/** @throws Problem lms-* (facts: {lms, function, errorcode where the answer has one}) */
export async function callCanvas(
  deps: SendDeps,
  platform: Platform,
  asked: AskedOf,
  call: CanvasCall,
  { token, site }: KeptToken,
): Promise<OutboundAnswer> {
  if (new URL(call.url).origin !== site)
    throw lmsTrouble(asked, 'lms-refused', 'another site than the token’s');
  const headers = { Authorization: `Bearer ${token}`, Accept: format };
  for (const wait of [...calmDownMs, undefined]) {
    const answer = await sendQuestion(deps, platform, asked, { ...call, method: 'GET', headers });
    if (isThrottled(answer) && wait !== undefined && deps.clock().getTime() + wait < call.deadline) {
      await pause(wait);
      continue;
    }
    const problem = problemOfAnswer(answer, asked);
    if (problem) throw problem;
    return answer;
  }
  throw lmsTrouble(asked, 'lms-busy', 'asked too much');
}
