/**
 * One call of a Moodle web-service function. The token goes in the body, never into an address or a log; every function that Acquis
 * asks only reads, so that it may be asked again. https://docs.moodle.org/dev/Creating_a_web_service_client#REST
 */
import type { z } from 'zod';
import type { Platform } from '../../../domain/platforms/platform.js';
import { tokenRefusals, type ServiceTokens } from '../../../domain/platforms/service-tokens.js';
import { answeredJson } from '../../../shared/answered-json.js';
import type { Clock } from '../../../shared/clock.js';
import type { OutboundAnswer, OutboundFetch } from '../../../shared/outbound-fetch.js';
import { tokenIsKnown } from '../../../domain/platforms/token-is-known.js';
import { Problem, type ProblemCode } from '../../../shared/problem.js';
import type { InTurn } from '../../../shared/taking-turns.js';
import { faultIn, problemOfFault } from './moodle-faults.js';

export interface CallMoodleDeps {
  fetch: OutboundFetch;
  tokens: Pick<ServiceTokens, 'open' | 'noteAnswer'>;
  clock: Clock;
  /** Holds each platform to a few calls at once. */
  inTurn: InTurn;
}

export interface MoodleCall<Shape extends z.ZodType> {
  function: string;
  parameters: Readonly<Record<string, string>>;
  shape: Shape;
  /** Milliseconds for one try, and for all of them. */
  timeoutMs: number;
  wholeMs: number;
  maxBytes: number;
}

/** How often a question is asked again. */
const retries = 2;

/** @throws Problem lms-* (facts: {lms, function, errorcode where Moodle told one}) */
export async function callMoodle<Shape extends z.ZodType>(
  deps: CallMoodleDeps,
  platform: Platform,
  call: MoodleCall<Shape>,
): Promise<z.infer<Shape>> {
  const token = (await deps.tokens.open(platform.id))?.token;
  if (token === undefined) throw trouble('lms-token-missing', call.function, 'no token is kept');
  try {
    const told = await ask(deps, platform, call, token);
    await deps.tokens.noteAnswer(platform.id, token, undefined);
    return told;
  } catch (error) {
    const code = error instanceof Problem ? error.code : undefined;
    const refusal = tokenRefusals.find((reason) => reason === code);
    if (refusal || tokenIsKnown(code)) await deps.tokens.noteAnswer(platform.id, token, refusal);
    throw error;
  }
}

async function ask<Shape extends z.ZodType>(
  deps: CallMoodleDeps,
  platform: Platform,
  call: MoodleCall<Shape>,
  token: string,
): Promise<z.infer<Shape>> {
  const { function: name } = call;
  const answer = await deps.inTurn(() => send(deps, platform, call, token), platform.id);
  const { status } = answer;
  if (status === 429 || status >= 500) throw trouble('lms-unreachable', name, `status ${status}`);
  // so Moodle says that web services are off on the whole site
  if (status === 403 && answer.body.length === 0) throw trouble('lms-services-off', name, 'status 403');
  if (status !== 200)
    throw trouble(status < 400 ? 'lms-answer-unreadable' : 'lms-refused', name, `status ${status}`);
  const json = answeredJson(answer.body);
  const fault = faultIn(json);
  if (fault) throw problemOfFault(fault, name);
  const read = call.shape.safeParse(json);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join('.') ?? '';
  throw trouble(
    'lms-answer-unreadable',
    name,
    json === undefined ? 'no JSON' : `not as expected at "${where}"`,
  );
}

async function send(
  { fetch, clock }: CallMoodleDeps,
  platform: Platform,
  call: MoodleCall<z.ZodType>,
  token: string,
): Promise<OutboundAnswer> {
  const { function: name, parameters, timeoutMs, wholeMs, maxBytes } = call;
  // the issuer of a Moodle is the address of its start page
  const url = `${platform.issuer.replace(/\/+$/, '')}/webservice/rest/server.php`;
  if (platform.tokenEndpoint.startsWith('https:') && !url.startsWith('https:'))
    throw trouble('lms-refused', name, 'an address without https');
  const body = new URLSearchParams({
    wstoken: token,
    wsfunction: name,
    moodlewsrestformat: 'json',
    ...parameters,
  });
  try {
    return await fetch({
      url,
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: body.toString(),
      onlyAsks: true,
      retries,
      timeoutMs,
      deadline: clock().getTime() + wholeMs,
      maxBytes,
    });
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== 'fetch-failed' && error.code !== 'address-refused'))
      throw error;
    const { reason } = error.facts as { reason?: string };
    const code = reason === 'too-large' ? 'lms-answer-unreadable' : 'lms-unreachable';
    throw trouble(code, name, `${error.code}: ${reason ?? 'no reason told'}`, error);
  }
}

function trouble(code: ProblemCode, name: string, detail: string, cause?: unknown): Problem {
  return new Problem(code, {
    detail: `${name}: ${detail}`,
    facts: { lms: 'moodle', function: name },
    cause,
  });
}
