/**
 * How Canvas's REST API refuses: by status, and a sentence in JSON. A 401 that names how to sign in is about the token, any other
 * about a right. https://developerdocs.instructure.com/services/canvas/oauth2/file.oauth#using-access-tokens
 * https://developerdocs.instructure.com/services/canvas/basics/file.throttling
 */
import type { OutboundAnswer } from '../../../shared/outbound-fetch.js';
import { passingTrouble } from '../../../shared/passing-trouble.js';
import type { Problem } from '../../../shared/problem.js';
import { lmsTrouble, type AskedOf } from '../lms-trouble.js';

/** The errorcode of what Canvas does not have, or does not show. */
export const notFound = 'not-found';
/** The errorcode of a question that does not fit the course or the person. */
export const badRequest = 'bad-request';

/** Undefined when it is none. Bytes beyond the first thousand are an HTML page's. */
export function problemOfAnswer(answer: OutboundAnswer, asked: AskedOf): Problem | undefined {
  const { status, headers } = answer;
  if (status === 200) return undefined;
  const trouble = (...[code, errorcode]: [Parameters<typeof lmsTrouble>[1], string?]): Problem =>
    lmsTrouble(asked, code, `status ${status}`, errorcode === undefined ? {} : { errorcode });
  const passing = passingTrouble(answer);
  if (passing) return lmsTrouble(asked, passing.code, `status ${status}`, passing.facts);
  if (isThrottled(answer)) return trouble('lms-busy');
  switch (status) {
    case 401:
      // so Canvas says that a token of a developer key has not the scope of this address
      if (/insufficient scopes/i.test(textOf(answer))) return trouble('lms-function-missing', 'scope');
      return headers['www-authenticate'] === undefined
        ? trouble('lms-capability-missing', 'unauthorized')
        : trouble('lms-token-refused', 'token');
    case 403:
      // a proxy refuses with a page of its own
      return /^\s*[{[]/.test(textOf(answer))
        ? trouble('lms-capability-missing', 'forbidden')
        : trouble('lms-refused');
    case 400:
      return trouble('lms-refused', badRequest);
    case 404:
      return trouble('lms-refused', notFound);
    default:
      return trouble(status < 400 ? 'lms-answer-unreadable' : 'lms-refused');
  }
}

/** Older Canvas says so with 403, and never for how long. */
export function isThrottled(answer: OutboundAnswer): boolean {
  return answer.status === 403 && /rate limit exceeded/i.test(textOf(answer));
}

const textOf = ({ body }: OutboundAnswer): string => Buffer.from(body.subarray(0, 1_000)).toString('utf8');
