/** Looks whether what was typed for a platform can work: addresses, key set, token address. Reads only; nothing is signed in. */
import { z } from 'zod';
import type { FetchDocument } from '../../shared/fetch-document.js';
import { Problem } from '../../shared/problem.js';
import { differencesOf } from './differences/differences-of.js';
import type { Platform } from './platform.js';

export type PlatformCheckReason =
  | 'addresses-fit' // all are absolute addresses, https unless http is allowed
  | 'not-an-address'
  | 'https-required'
  | 'address-of-another-site' // this LMS has all its addresses on the issuer's site; one is elsewhere
  | 'key-set-read'
  | 'key-set-status' // answered with another status than 200
  | 'key-set-not-json'
  | 'key-set-without-keys'
  | 'answers' // the token address answers at all; only a launch shows the rest
  | 'address-refused' // private or otherwise forbidden address
  | 'fetch-failed'
  | 'addresses-first'; // not checked: the addresses themselves are wrong

export interface PlatformCheck {
  name: 'addresses' | 'key-set' | 'token-address';
  result: 'passed' | 'failed' | 'not-checked';
  reason: PlatformCheckReason;
}

export interface CheckPlatformDeps {
  fetchDocument: FetchDocument;
  allowHttp: boolean;
}

/** RFC 7517, section 5: a key set holds a list of keys. https://www.rfc-editor.org/rfc/rfc7517#section-5 */
const keySet = z.object({
  keys: z.array(z.object({ kty: z.string(), use: z.string().optional(), kid: z.string().optional() })),
});

function checkAddresses(platform: Platform, allowHttp: boolean): PlatformCheck {
  const failed = (reason: PlatformCheckReason): PlatformCheck => ({
    name: 'addresses',
    result: 'failed',
    reason,
  });
  const addresses = [
    platform.issuer,
    platform.authorizationEndpoint,
    platform.tokenEndpoint,
    platform.keySetUrl,
  ];
  const origins = new Set<string>();
  for (const address of addresses) {
    if (!URL.canParse(address)) return failed('not-an-address');
    const url = new URL(address);
    if (url.protocol !== 'https:' && !(allowHttp && url.protocol === 'http:'))
      return failed('https-required');
    origins.add(url.origin);
  }
  if (differencesOf(platform.family).addressesOnIssuerSite && origins.size > 1) {
    return failed('address-of-another-site');
  }
  return { name: 'addresses', result: 'passed', reason: 'addresses-fit' };
}

function reasonOf(error: unknown): PlatformCheckReason {
  if (error instanceof Problem && error.code === 'address-refused') return 'address-refused';
  if (error instanceof Problem && error.code === 'fetch-failed') return 'fetch-failed';
  throw error;
}

async function checkKeySet(fetchDocument: FetchDocument, url: string): Promise<PlatformCheck> {
  const failed = (reason: PlatformCheckReason): PlatformCheck => ({
    name: 'key-set',
    result: 'failed',
    reason,
  });
  try {
    const answer = await fetchDocument(url, 'application/json');
    if (answer.status !== 200) return failed('key-set-status');
    const parsed = keySet.safeParse(readJson(answer.body));
    if (!parsed.success) return failed('key-set-not-json');
    const usable = parsed.data.keys.some((key) => key.kty !== 'oct' && (key.use ?? 'sig') === 'sig');
    return usable
      ? { name: 'key-set', result: 'passed', reason: 'key-set-read' }
      : failed('key-set-without-keys');
  } catch (error) {
    return failed(reasonOf(error));
  }
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

async function checkTokenAddress(fetchDocument: FetchDocument, url: string): Promise<PlatformCheck> {
  try {
    await fetchDocument(url, 'application/json');
    return { name: 'token-address', result: 'passed', reason: 'answers' };
  } catch (error) {
    return { name: 'token-address', result: 'failed', reason: reasonOf(error) };
  }
}

/** The three checks, in the order to read them. An LMS that cannot be reached is a failed check, never an exception. */
export async function checkPlatform(deps: CheckPlatformDeps, platform: Platform): Promise<PlatformCheck[]> {
  const addresses = checkAddresses(platform, deps.allowHttp);
  if (addresses.reason === 'not-an-address' || addresses.reason === 'https-required') {
    const skipped = (name: PlatformCheck['name']): PlatformCheck => ({
      name,
      result: 'not-checked',
      reason: 'addresses-first',
    });
    return [addresses, skipped('key-set'), skipped('token-address')];
  }
  return [
    addresses,
    ...(await Promise.all([
      checkKeySet(deps.fetchDocument, platform.keySetUrl),
      checkTokenAddress(deps.fetchDocument, platform.tokenEndpoint),
    ])),
  ];
}
