/**
 * One request to a service of an LMS, with a token of ours. A token the LMS no longer takes is replaced once. Whatever goes
 * wrong is a problem of the LMS; bodies and reason phrases are never told: Moodle puts people's grades into both.
 * https://www.imsglobal.org/spec/security/v1p0/#securing-web-services
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { LmsFamily, Platform } from '../../domain/platforms/platform.js';
import type { OutboundAnswer, OutboundFetch } from '../../shared/outbound-fetch.js';
import { passingTrouble } from '../../shared/passing-trouble.js';
import { Problem } from '../../shared/problem.js';
import type { InTurn } from '../../shared/taking-turns.js';
import { putOffFor } from '../retry-after.js';

export interface AskServiceDeps {
  fetch: OutboundFetch;
  serviceToken: (platform: Platform, scopes: readonly string[]) => Promise<string>;
  dropToken: (platform: Platform, scopes: readonly string[]) => Promise<void>;
  /** Holds each platform to a few requests at once. */
  inTurn: InTurn;
}

export interface ServiceRequest {
  url: string;
  scopes: readonly string[];
  /** Exactly this type: Moodle refuses any other, and also "anything". */
  accept: string;
  /** Makes it a POST. */
  send?: { type: string; body: string };
  /** Milliseconds for one try. */
  timeoutMs: number;
  /** Milliseconds since 1970. */
  deadline: number;
  maxBytes: number;
}

/** How often a GET is tried again. */
const retries = 2;

/**
 * The answer when it is a good one (2xx).
 * @throws Problem lms-unreachable, lms-error, lms-busy, lms-refused, lms-answer-unreadable; facts.lms is the LMS's family,
 * facts.status what it answered with
 */
export async function askService(
  deps: AskServiceDeps,
  platform: Platform,
  request: ServiceRequest,
): Promise<OutboundAnswer> {
  try {
    const first = await sendWithToken(deps, platform, request);
    if (first.status !== 401) return good(first);
    await deps.dropToken(platform, request.scopes);
    return good(await sendWithToken(deps, platform, request));
  } catch (error) {
    throw ofLms(error, platform.family);
  }
}

async function sendWithToken(
  deps: AskServiceDeps,
  platform: Platform,
  request: ServiceRequest,
): Promise<OutboundAnswer> {
  const { url, send, accept, timeoutMs, deadline, maxBytes } = request;
  if (platform.tokenEndpoint.startsWith('https:') && !url.startsWith('https:'))
    throw new Problem('lms-refused', { detail: 'a service address without https' });
  const token = await deps.serviceToken(platform, request.scopes);
  const ask = (): Promise<OutboundAnswer> =>
    deps.inTurn(
      () =>
        deps.fetch({
          url,
          method: send ? 'POST' : 'GET',
          headers: {
            Authorization: `Bearer ${token}`,
            Accept: accept,
            ...(send ? { 'Content-Type': send.type } : {}),
          },
          body: send?.body,
          retries: send ? 0 : retries,
          timeoutMs,
          deadline,
          maxBytes,
        }),
      platform.id,
    );
  const answer = await ask();
  // 429: it was not done; after a 5xx nobody knows, and done twice would be worse
  const wait = send && answer.status === 429 ? putOffFor(answer) : undefined;
  if (wait === undefined) return answer;
  await pause(wait);
  return ask();
}

function good(answer: OutboundAnswer): OutboundAnswer {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  const told = { detail: `status ${status}`, facts: { status } };
  const passing = passingTrouble(answer);
  if (passing) throw new Problem(passing.code, { ...told, facts: { status, ...passing.facts } });
  if (isThrottled(answer)) throw new Problem('lms-busy', told);
  throw new Problem(status < 400 ? 'lms-answer-unreadable' : 'lms-refused', told);
}

/** Canvas says "too many requests" with 403 and this text. */
function isThrottled({ status, body }: OutboundAnswer): boolean {
  return status === 403 && body.length < 1000 && Buffer.from(body).includes('Rate Limit Exceeded');
}

/** Problems of the way there, as problems of the LMS; everything else stays what it is. */
function ofLms(error: unknown, lms: LmsFamily): unknown {
  if (!(error instanceof Problem)) return error;
  const { code, detail, facts, cause } = error;
  if (code.startsWith('lms-')) return new Problem(code, { detail, facts: { ...facts, lms }, cause });
  if (code !== 'fetch-failed' && code !== 'address-refused') return error;
  const { reason } = facts as { reason?: string };
  return new Problem(reason === 'too-large' ? 'lms-answer-unreadable' : 'lms-unreachable', {
    detail: `${code}: ${reason ?? 'no reason told'}`,
    facts: { lms },
    cause: error,
  });
}
