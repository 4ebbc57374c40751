/**
 * Requests to other servers, guarded: public addresses alone (unless allowed), a time-out over the whole answer, a size limit,
 * few redirects, polite repetition. Every request of Acquis to another server goes through here.
 */
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Agent } from 'undici';
import { systemClock, type Clock } from '../../shared/clock.js';
import type { OutboundAnswer, OutboundFetch, OutboundRequest } from '../../shared/outbound-fetch.js';
import { Problem } from '../../shared/problem.js';
import { checkAddress } from './check-address.js';
import { checkedLookup } from './checked-lookup.js';
import { tryOnce, type Try, type TryDeps } from './one-try.js';
import { acceptedEncodings } from './read-body.js';
import { mayGoBetter, retryWait, type Patience } from './retry-wait.js';
import { ownUserAgent } from './user-agent.js';

export interface GuardedFetchOptions {
  /** Private, loopback and the like are allowed, too: for an LMS on the same network and for the demo. */
  allowPrivate: boolean;
  /** `Acquis/<version>` unless told. */
  userAgent?: string;
  /** Milliseconds for one try, the answer included: 5000 unless told. */
  timeoutMs?: number;
  /** Bytes of an answer, decompressed: 1,000,000 unless told. */
  maxBytes?: number;
  /** 3 unless told. */
  maxRedirects?: number;
  /** Milliseconds before the second try, doubled for each further one: 250 unless told. */
  backoffMs?: number;
  /** A wait longer than these milliseconds is not waited for: 10,000 unless told. */
  maxWaitMs?: number;
  clock?: Clock;
  /** How names are looked up: by the system unless told. */
  lookup?: LookupFunction;
}

export interface GuardedFetch {
  fetch: OutboundFetch;
  /** Ends what still runs and closes all connections. */
  close: () => Promise<void>;
}

const always = (): boolean => true;

interface Deps extends TryDeps, Patience {
  clock: Clock;
}

export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { allowPrivate, timeoutMs = 5_000, maxBytes = 1_000_000, userAgent = ownUserAgent() } = options;
  const lookup = options.lookup ?? systemLookup;
  let opening: Promise<Agent> | undefined;
  const agent = (): Promise<Agent> => (opening ??= openAgent(allowPrivate ? lookup : checkedLookup(lookup)));
  const deps: Omit<Deps, 'agent'> = {
    allowPrivate,
    maxRedirects: options.maxRedirects ?? 3,
    backoffMs: options.backoffMs ?? 250,
    maxWaitMs: options.maxWaitMs ?? 10_000,
    clock: options.clock ?? systemClock,
  };
  const own = { 'user-agent': userAgent, 'accept-encoding': acceptedEncodings };
  return {
    fetch: async (request) => {
      const url = checkAddress(request.url, allowPrivate);
      return repeat({ ...deps, agent: await agent() }, request, {
        url,
        headers: { ...own, ...lowerCase(request.headers ?? {}) },
        method: request.method ?? 'GET',
        body: request.body,
        timeoutMs: request.timeoutMs ?? timeoutMs,
        maxBytes: request.maxBytes ?? maxBytes,
        mayFollow: request.mayFollow ?? always,
      });
    },
    // also when nothing was asked yet: who asks afterwards must be refused
    close: async () => (await agent()).destroy(),
  };
}

/** The library is loaded with the first request: Acquis starts sooner. */
async function openAgent(lookup: LookupFunction): Promise<Agent> {
  const { Agent } = await import('undici');
  // the time-out of a try covers those that are off
  return new Agent({ connect: { lookup }, headersTimeout: 0, bodyTimeout: 0 });
}

async function repeat(
  deps: Deps,
  { retries = 0, deadline = Infinity, onlyAsks = false }: OutboundRequest,
  first: Try,
): Promise<OutboundAnswer> {
  const tries = first.method === 'GET' || onlyAsks ? retries + 1 : 1;
  const left = (): number => deadline - deps.clock().getTime();
  for (let tried = 1; ; tried++) {
    const outcome = await outcomeOf(deps, { ...first, timeoutMs: Math.min(first.timeoutMs, left()) });
    const retryAfter = outcome instanceof Problem ? undefined : outcome.headers['retry-after'];
    const wait = retryWait(deps, tried, retryAfter, deps.clock());
    if (tried < tries && mayPass(outcome) && wait !== undefined && wait < left()) {
      await pause(wait);
      continue;
    }
    if (outcome instanceof Problem) throw outcome;
    return outcome;
  }
}

async function outcomeOf(deps: Deps, request: Try): Promise<OutboundAnswer | Problem> {
  if (request.timeoutMs <= 0) {
    const detail = `${request.url.host}: the deadline is over`;
    return new Problem('fetch-failed', { detail, facts: { reason: 'timeout' } });
  }
  try {
    return await tryOnce(deps, request);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** True when another try may go better: an address that is refused, or an answer too large, stays so. */
function mayPass(outcome: OutboundAnswer | Problem): boolean {
  if (outcome instanceof Problem) return outcome.facts['reason'] === 'connection';
  return mayGoBetter(outcome.status);
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
