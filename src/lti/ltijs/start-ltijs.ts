/**
 * The library behind this one door: it publishes the tool's key set and asks LMSs for service tokens. Launches are ours
 * (docs/decisions/0001-what-ltijs-does-here.md). Of its own web application only the key set can be reached.
 */
import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Platform } from '../../domain/platforms/platform.js';
import { Problem } from '../../shared/problem.js';
import type { LtiDeps } from '../lti-deps.js';
import { assertionMaker } from './client-assertion.js';
import { replaceLibraryRequests, withRequests, type LibraryRequests } from './library-requests.js';
import { ltijsStore } from './ltijs-store.js';
import { toolKeyOf } from './tool-key.js';

export interface Ltijs {
  /** Answers GET <mount>/keys. */
  keySet: RequestHandler;
  /** A bearer token for exactly these scopes; one request for any number of callers. @throws Problem lms-refused, lms-unreachable, lms-answer-unreadable */
  serviceToken: (platform: Platform, scopes: readonly string[]) => Promise<string>;
  /** Forgets the token: the LMS did not take it. */
  dropToken: (platform: Platform, scopes: readonly string[]) => Promise<void>;
}

export async function startLtijs(deps: LtiDeps): Promise<Ltijs> {
  const key = await toolKeyOf(deps);
  replaceLibraryRequests();
  const { default: ltijs } = await import('ltijs');
  const provider = new ltijs.Provider.constructor();
  provider.setup(
    randomBytes(32).toString('hex'),
    { plugin: ltijsStore(deps, key) },
    { cors: false, ltiaas: true },
  );
  await deployWithoutSignals(() => provider.deploy({ serverless: true, silent: true }));
  const requests = { fetch: deps.fetch, assertion: assertionMaker(key, deps) };
  const running = new Map<string, Promise<string>>();
  return {
    keySet(req, res, next) {
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
    const known = await provider.getPlatform(issuer, clientId);
    if (!known) throw new Problem('lms-refused', { detail: 'the link with this LMS is suspended or gone' });
    return (await known.platformAccessToken(scopeText(scopes))).access_token;
  }
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
  const before = process.listeners('SIGINT');
  await deploy();
  for (const listener of process.listeners('SIGINT')) {
    if (!before.includes(listener)) process.removeListener('SIGINT', listener);
  }
}
