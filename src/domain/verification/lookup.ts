/**
 * What stands at an address, for one verification: our own documents in-process (Acquis does not call itself), all others by
 * fetchDocument. Each address once, few in all, redirects included, not for ever. Trouble comes back as a reason, never as an exception.
 */
import { decodeUtf8 } from '../../documents/json/decode-utf8.js';
import type { JsonObject } from '../../documents/json/json-value.js';
import { readJsonObject } from '../../documents/json/read-json-object.js';
import { absoluteUrl } from '../../shared/absolute-url.js';
import type { Clock } from '../../shared/clock.js';
import type { FetchDocument } from '../../shared/fetch-document.js';
import { Problem } from '../../shared/problem.js';
import { type OwnBases, ownBaseOf } from './own-bases.js';
import type { VerificationReason } from './reasons.js';
import type { OwnDocument, Standing } from './standing.js';

export type Missing = { found: false; reason: VerificationReason; host: string };

export type Looked = Standing | Missing;
export type LookedJson = (Standing & { object: JsonObject }) | Missing;

export interface Lookup {
  /** Redirects may lead anywhere: only for the address that the reader gave. */
  followed(url: string, accept: string): Promise<Looked>;
  /** What counts must stand where it was named: a redirect to another origin is 'address-redirected'. */
  at(url: string, accept: string): Promise<Looked>;
  /** As `at`; a JSON object read strictly, or 'document-unreadable'. */
  jsonAt(url: string): Promise<LookedJson>;
  /** The texts that were found so far, by the address that was asked for. */
  brought(): Promise<Record<string, string>>;
}

export interface LookupDeps extends OwnBases {
  fetchDocument: FetchDocument;
  ownDocument: OwnDocument;
  clock: Clock;
}

/** Requests to other servers in one verification, each redirect that is followed being one, and how long after its begin one may still start (ms). */
export const mostFetches = 20;
const longest = 20_000;

const jsonTypes = 'application/ld+json, application/json;q=0.9, */*;q=0.1';

type Answer = Looked & { url?: string };

export function createLookup(deps: LookupDeps): Lookup {
  const asked = new Map<string, Promise<Answer>>();
  const until = deps.clock().getTime() + longest;
  let left = mostFetches;

  const ask = async (url: URL, accept: string): Promise<Answer> => {
    const missing = (reason: VerificationReason): Missing => ({ found: false, reason, host: url.host });
    if (ownBaseOf(deps, url) !== undefined)
      return (await deps.ownDocument(url)) ?? missing('address-not-found');
    let isEnough = false;
    const mayAsk = (): boolean => {
      isEnough = left === 0 || deps.clock().getTime() > until;
      if (!isEnough) left -= 1;
      return !isEnough;
    };
    if (!mayAsk()) return missing('too-many-lookups');
    try {
      const { status, contentType, body, url: last } = await deps.fetchDocument(url.href, accept, mayAsk);
      if (status === 404) return missing('address-not-found');
      if (status !== 410 && (status < 200 || status > 299)) return missing('address-unreachable');
      return { found: true, gone: status === 410, body, contentType, url: last };
    } catch (error) {
      return missing(isEnough ? 'too-many-lookups' : troubleOf(error));
    }
  };
  const once = (text: string, accept: string): Promise<Answer> => {
    const url = absoluteUrl(text);
    if (!url) return Promise.resolve({ found: false, reason: 'address-refused', host: '' });
    url.hash = '';
    const answer = asked.get(url.href) ?? ask(url, accept);
    asked.set(url.href, answer);
    return answer;
  };
  const at = async (url: string, accept: string): Promise<Looked> => {
    const answer = await once(url, accept);
    if (!answer.found || answer.url === undefined || staysAt(url, answer.url)) return answer;
    return { found: false, reason: 'address-redirected', host: new URL(answer.url).host };
  };
  return {
    followed: once,
    at,
    async jsonAt(url) {
      const answer = await at(url, jsonTypes);
      if (!answer.found) return answer;
      const object = readJsonObject(answer.body);
      if (object) return { ...answer, object };
      return { found: false, reason: 'document-unreadable', host: new URL(url).host };
    },
    async brought() {
      const texts: [string, string][] = [];
      for (const [url, looked] of asked) {
        const answer = await looked;
        const text = answer.found && !answer.gone ? decodeUtf8(answer.body) : undefined;
        if (text !== undefined) texts.push([url, text]);
      }
      return Object.fromEntries(texts);
    },
  };
}

/** The same origin, or its https form. */
function staysAt(asked: string, answered: string): boolean {
  const [from, to] = [new URL(asked), new URL(answered)];
  const becameSecure = from.protocol === 'http:' && to.protocol === 'https:';
  return from.origin === to.origin || (becameSecure && from.hostname === to.hostname);
}

function troubleOf(error: unknown): VerificationReason {
  if (!(error instanceof Problem)) throw error;
  if (error.code === 'address-refused') return 'address-refused';
  if (error.code !== 'fetch-failed') throw error;
  if (error.facts['reason'] === 'too-large') return 'address-too-large';
  return error.facts['reason'] === 'redirect' ? 'address-redirected' : 'address-unreachable';
}
