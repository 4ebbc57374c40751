/** One try of a request: redirects, the whole answer and the time-out over all of it. Trying again is guarded-fetch.ts's. */
import type { Agent, Dispatcher } from 'undici';
import type { OutboundAnswer } from '../../shared/outbound-fetch.js';
import { Problem } from '../../shared/problem.js';
import { decoderFor, readBody } from './read-body.js';
import { isRedirect, redirectFailed, redirectTarget, type Step } from './redirect-target.js';

export interface Try extends Step {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body: string | undefined;
  /** Milliseconds, at least 1. */
  timeoutMs: number;
  maxBytes: number;
  /** Asked before each redirect is followed. */
  mayFollow: () => boolean;
}

export interface TryDeps {
  agent: Agent;
  allowPrivate: boolean;
  maxRedirects: number;
}

/** @throws Problem fetch-failed, address-refused */
export async function tryOnce(deps: TryDeps, request: Try): Promise<OutboundAnswer> {
  const { url, timeoutMs } = request;
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // The signal alone would not do: undici heeds it only once there is a connection.
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(failed('timeout', `${url.host}: no whole answer in ${timeoutMs} ms`));
      ending.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([follow(deps, request, ending.signal), timeout]);
  } catch (error) {
    // A header or method that cannot be sent is the caller's mistake, not the network's.
    if (error instanceof Problem || codeOf(error) === 'UND_ERR_INVALID_ARG') throw error;
    throw failed('connection', `${url.host}: ${codeOf(error)}`, error);
  } finally {
    clearTimeout(timer);
  }
}

async function follow(deps: TryDeps, request: Try, signal: AbortSignal): Promise<OutboundAnswer> {
  let step: Step = request;
  for (let redirects = 0; ; redirects++) {
    const answer = await deps.agent.request({
      origin: step.url.origin,
      path: step.url.pathname + step.url.search,
      method: request.method,
      headers: step.headers,
      body: request.body,
      signal,
    });
    const { statusCode: status, headers } = answer;
    const location = oneText(headers['location']);
    if (request.method !== 'GET' || location === undefined || !isRedirect(status)) {
      return whole(answer, step.url, request.maxBytes);
    }
    letGo(answer);
    if (redirects === deps.maxRedirects) throw redirectFailed(`more than ${redirects} redirects`);
    if (!request.mayFollow()) throw redirectFailed(`${step.url.host} leads elsewhere`);
    step = redirectTarget(step, location, deps.allowPrivate);
  }
}

async function whole(answer: Dispatcher.ResponseData, url: URL, maxBytes: number): Promise<OutboundAnswer> {
  const entries = Object.entries(answer.headers).map(
    ([name, value]) => [name, oneText(value) ?? ''] as const,
  );
  const headers = new Map(entries);
  const decode = decoderFor(headers.get('content-encoding'));
  const body = await readBody(answer.body as AsyncIterable<Buffer>, decode, maxBytes);
  if (decode) for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return { status: answer.statusCode, headers: Object.fromEntries(headers), body, url: url.href };
}

/** Ends the connection of an answer whose body nobody reads. */
function letGo(answer: Dispatcher.ResponseData): void {
  answer.body.on('error', () => undefined).destroy();
}

function oneText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

function failed(reason: 'timeout' | 'connection', detail: string, cause?: unknown): Problem {
  return new Problem('fetch-failed', { detail, facts: { reason }, cause });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
