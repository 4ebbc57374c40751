/**
 * The public keys of the LMSs: asked for once and kept, so that a launch costs no request and goes on while the LMS's key set is
 * away; an unknown key id asks again, because LMSs rotate keys. https://www.imsglobal.org/spec/security/v1p0/#platform-originating-messages
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Platform } from '../../domain/platforms/platform.js';
import type { Clock } from '../../shared/clock.js';
import type { OutboundFetch } from '../../shared/outbound-fetch.js';
import { passingTrouble } from '../../shared/passing-trouble.js';
import { Problem } from '../../shared/problem.js';

export interface KeySets {
  /**
   * The LMS's RSA key of that id (2048 bits or more); undefined when its key set has none.
   * @throws Problem lms-unreachable, lms-error, lms-busy, lms-answer-unreadable: the key set cannot be had and none is kept
   */
  key(platform: Pick<Platform, 'keySetUrl' | 'family'>, kid: string): Promise<KeyObject | undefined>;
}

const freshMilliseconds = 10 * 60_000;
/** Kept keys serve as long as this while the LMS's key set is away. */
const lastResortMilliseconds = 24 * 3_600_000;
/** So often at most an unknown key id, or a failing address, makes us ask. */
const pauseMilliseconds = 1_000;
const pauseAfterFailure = 10_000;
/** For one try: somebody waits in front of the launch. */
const timeoutMs = 3_000;

/** https://www.rfc-editor.org/rfc/rfc7517#section-5 : members that are not for us are passed over. */
const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(500) });

interface Kept {
  keys: Map<string, KeyObject>;
  fetchedAt: number;
  mayAskAt: number;
  pending?: Promise<void>;
  failure?: Problem;
}

export interface KeySetDeps {
  fetch: OutboundFetch;
  clock: Clock;
  onTrouble: (sentence: string, facts: Record<string, unknown>) => void;
}

export function createKeySets(deps: KeySetDeps): KeySets {
  const sets = new Map<string, Kept>();
  return {
    async key({ keySetUrl, family }, kid) {
      const kept = sets.get(keySetUrl) ?? { keys: new Map<string, KeyObject>(), fetchedAt: 0, mayAskAt: 0 };
      sets.set(keySetUrl, kept);
      const now = deps.clock().getTime();
      const isFresh = now - kept.fetchedAt < freshMilliseconds;
      if (isFresh && kept.keys.has(kid)) return kept.keys.get(kid);
      if (kept.pending || now >= kept.mayAskAt) await (kept.pending ??= refresh(deps, keySetUrl, kept));
      const known = now - kept.fetchedAt < lastResortMilliseconds ? kept.keys.get(kid) : undefined;
      if (known || !kept.failure) return known;
      const { code } = kept.failure;
      throw new Problem(code.startsWith('lms-') ? code : 'lms-unreachable', {
        detail: 'the key set cannot be had',
        facts: { lms: family },
        cause: kept.failure,
      });
    },
  };
}

async function refresh(deps: KeySetDeps, url: string, kept: Kept): Promise<void> {
  try {
    kept.keys = await fetchKeys(deps, url);
    kept.fetchedAt = deps.clock().getTime();
    kept.mayAskAt = kept.fetchedAt + pauseMilliseconds;
    kept.failure = undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    kept.failure = error;
    kept.mayAskAt = deps.clock().getTime() + pauseAfterFailure;
    deps.onTrouble('a key set cannot be had', { host: new URL(url).host, why: error.code });
  } finally {
    kept.pending = undefined;
  }
}

async function fetchKeys(deps: KeySetDeps, url: string): Promise<Map<string, KeyObject>> {
  const answer = await deps.fetch({ url, headers: { Accept: 'application/json' }, retries: 1, timeoutMs });
  const unreadable = (cause?: unknown): Problem => new Problem('lms-answer-unreadable', { cause });
  const passing = passingTrouble(answer);
  if (passing) throw new Problem(passing.code, { detail: `key set: ${answer.status}` });
  if (answer.status !== 200) throw unreadable(`status ${answer.status}`);
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(answer.body).toString('utf8'));
  } catch (error) {
    throw unreadable(error);
  }
  const read = keySet.safeParse(json);
  if (!read.success) throw unreadable(read.error);
  const found = new Map<string, KeyObject>();
  for (const jwk of read.data.keys) {
    const key = usableKey(jwk);
    if (key && typeof jwk['kid'] === 'string') found.set(jwk['kid'], key);
  }
  return found;
}

function usableKey(jwk: Record<string, unknown>): KeyObject | undefined {
  const { kty, use, alg, n, e } = jwk;
  if (kty !== 'RSA' || (use !== undefined && use !== 'sig') || (alg !== undefined && alg !== 'RS256'))
    return undefined;
  if (typeof n !== 'string' || typeof e !== 'string') return undefined;
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? key : undefined;
  } catch {
    return undefined; // one broken key must not take the others with it
  }
}
