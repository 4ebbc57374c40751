/**
 * The library behind this one door: it publishes the tool's key set and asks LMSs for service tokens. Launches are ours
 * (docs/decisions/0001-what-ltijs-does-here.md). Of its own web application only the key set can be reached.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { LtijsProvider } from 'ltijs';
import type { Platform } from '../../domain/platforms/platform.js';
import { Problem } from '../../shared/problem.js';
import type { LtiDeps } from '../lti-deps.js';
import { assertionMaker } from './client-assertion.js';
import { replaceLibraryRequests, withRequests, type LibraryRequests } from './library-requests.js';
import { ltijsStore } from './ltijs-store.js';
import { toolKeyOf, type ToolKey } from './tool-key.js';

export interface Ltijs {
  /** Answers GET <mount>/keys. */
  keySet: RequestHandler;
  /** A bearer token for exactly these scopes; one request for any number of callers. @throws Problem lms-refused, lms-unreachable, lms-answer-unreadable */
  serviceToken: (platform: Platform, scopes: readonly string[]) => Promise<string>;
  /** Forgets the token: the LMS did not take it. */
  dropToken: (platform: Platform, scopes: readonly string[]) => Promise<void>;
  /** Loads the library before it is asked for anything; it is loaded once, whoever is first. */
  load: () => Promise<unknown>;
}

export async function startLtijs(deps: LtiDeps): Promise<Ltijs> {
  const key = await toolKeyOf(deps);
  let opening: Promise<LtijsProvider> | undefined;
  // Not before it is needed: Acquis starts sooner, and a launch does without it.
  const load = (): Promise<LtijsProvider> => (opening ??= openLibrary(deps, key));
  const requests = { fetch: deps.fetch, assertion: assertionMaker(key, deps) };
  const running = new Map<string, Promise<string>>();
  return {
    load,
    async keySet(req, res, next) {
      const provider = await load();
      res.set('Cache-Control', 'public, max-age=300');
      // spelled otherwise (/KEYS, /keys/) the library takes it for its entrance and reads states and tokens out of it
      req.url = '/keys';
      provider.app(req, res, next);
    },
    serviceToken(platform, scopes) {
      const name = JSON.stringify([platform.id, scopeText(scopes)]);
      const token = running.get(name) ?? askToken(requests, () => tokenOf(platform, scopes));
      running.set(name, token);
      const done = (): void => void running.delete(name);
      token.then(done, done);
      return token;
    },
    async dropToken({ issuer, clientId }, scopes) {
      const fields = { platformUrl: issuer, clientId, scopes: scopeText(scopes) };
      await deps.records.delete('accesstoken', fields);
    },
  };

  async function tokenOf({ issuer, clientId }: Platform, scopes: readonly string[]): Promise<string> {
    const known = await (await load()).getPlatform(issuer, clientId);
    if (!known) throw new Problem('lms-refused', { detail: 'the link with this LMS is suspended or gone' });
    return (await known.platformAccessToken(scopeText(scopes))).access_token;
  }
}

async function openLibrary(deps: LtiDeps, key: ToolKey): Promise<LtijsProvider> {
  replaceLibraryRequests();
  const { default: ltijs } = await import('ltijs');
  const provider = new ltijs.Provider.constructor();
  provider.setup(
    randomBytes(32).toString('hex'),
    { plugin: ltijsStore(deps, key) },
    { cors: false, ltiaas: true },
  );
  await deployWithoutSignals(() => provider.deploy({ serverless: true, silent: true }));
  return provider;
}

/** The library keeps a token a scope text: the same scopes in any order are one. */
const scopeText = (scopes: readonly string[]): string => [...scopes].sort().join(' ');

async function askToken(requests: LibraryRequests, call: () => Promise<string>): Promise<string> {
  try {
    return await withRequests(requests, call);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const isOutbound = error.code === 'fetch-failed' || error.code === 'address-refused';
    throw isOutbound ? new Problem('lms-unreachable', { detail: 'token address', cause: error }) : error;
  }
}

/** The library ends the process at Ctrl-C by itself; how Acquis stops is told in src/app. */
async function deployWithoutSignals(deploy: () => Promise<unknown>): Promise<void> {
  const deploying = new AsyncLocalStorage<true>();
  const its: (() => void)[] = [];
  // somebody else may begin to listen in the meantime
  const watch = (event: string | symbol, listener: () => void): void => {
    if (event === 'SIGINT' && deploying.getStore()) its.push(listener);
  };
  process.on('newListener', watch);
  await deploying.run(true, deploy).finally(() => process.off('newListener', watch));
  // otherwise Node 20 goes on following every promise of the process
  deploying.disable();
  for (const listener of its) process.off('SIGINT', listener);
}
