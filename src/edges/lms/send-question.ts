/** Sends one question to the web services of an LMS: in turn, within its limits, again where that may help. It changes nothing there. */
import type { Platform } from '../../domain/platforms/platform.js';
import type { Clock } from '../../shared/clock.js';
import type { OutboundAnswer, OutboundFetch, OutboundRequest } from '../../shared/outbound-fetch.js';
import { Problem } from '../../shared/problem.js';
import type { InTurn } from '../../shared/taking-turns.js';
import { lmsTrouble, type AskedOf } from './lms-trouble.js';

export interface SendDeps {
  fetch: OutboundFetch;
  clock: Clock;
  /** Holds each platform to a few calls at once. */
  inTurn: InTurn;
}

/** Milliseconds for one try and for all tries of one question, with all its pages; bytes of an answer. */
export interface QuestionLimits {
  timeoutMs: number;
  wholeMs: number;
  maxBytes: number;
}

/** How often a question is asked again. */
const retries = 2;

export interface Question extends Pick<OutboundRequest, 'url' | 'method' | 'headers' | 'body'> {
  /** Milliseconds since 1970; from its turn on unless told. */
  deadline?: number;
  limits: QuestionLimits;
}

/** @throws Problem lms-refused (an address without https), lms-unreachable, lms-answer-unreadable (too large) */
export async function sendQuestion(
  { fetch, clock, inTurn }: SendDeps,
  platform: Platform,
  asked: AskedOf,
  { limits: { timeoutMs, wholeMs, maxBytes }, ...request }: Question,
): Promise<OutboundAnswer> {
  if (platform.tokenEndpoint.startsWith('https:') && !request.url.startsWith('https:'))
    throw lmsTrouble(asked, 'lms-refused', 'an address without https');
  try {
    return await inTurn(() => {
      const deadline = request.deadline ?? clock().getTime() + wholeMs;
      return fetch({ ...request, onlyAsks: true, retries, timeoutMs, deadline, maxBytes });
    }, platform.id);
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== 'fetch-failed' && error.code !== 'address-refused'))
      throw error;
    const { reason } = error.facts as { reason?: string };
    const code = reason === 'too-large' ? 'lms-answer-unreadable' : 'lms-unreachable';
    throw lmsTrouble(asked, code, `${error.code}: ${reason ?? 'no reason told'}`, { cause: error });
  }
}
