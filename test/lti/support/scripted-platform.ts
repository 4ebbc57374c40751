/** An LMS of which a test decides every byte: it signs what it is told to, and its key set fails as it is told to. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { aPlatform } from '../../support/builders/a-platform.js';

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
export const claim = (name: string): string => lti + name;

export interface ScriptedPlatform {
  url: string;
  platform: Platform;
  /** How often the key set was asked for. */
  reads(): number;
  /** What the key set answers; undefined: the keys. */
  answerKeySet(how: ((res: ServerResponse) => void) | undefined): void;
  /** From now on another key signs; the former one is published no more. */
  rotate(): Promise<void>;
  /** A JWT of these claims; the header is the right one unless changed (undefined takes a field out). */
  sign(claims: unknown, header?: Record<string, unknown>): Promise<string>;
  /** The claims of a good launch; undefined in the changes takes a claim out. */
  claims(nonce: string, changes?: Record<string, unknown>): Record<string, unknown>;
  close(): Promise<void>;
}

/** Made once: each rotation makes another. */
let firstPair: ReturnType<typeof generateKeyPair> | undefined;

/** @param base where Acquis is: the launch's target */
export async function startScriptedPlatform(
  base: () => string,
  overrides: Partial<Platform> = {},
): Promise<ScriptedPlatform> {
  let kid = 'key-1';
  let pair = await (firstPair ??= generateKeyPair('RS256', { extractable: true }));
  let reads = 0;
  let answer: ((res: ServerResponse) => void) | undefined;
  const jwk = async (): Promise<JWK> => ({
    ...(await exportJWK(pair.publicKey)),
    kid,
    alg: 'RS256',
    use: 'sig',
  });
  const server = createServer((req, res) => {
    if (req.url !== '/keys') {
      res.end();
      return;
    }
    reads += 1;
    if (answer) answer(res);
    else void jwk().then((key) => res.end(JSON.stringify({ keys: [key] })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const platform = aPlatform({
    issuer: url,
    authorizationEndpoint: `${url}/auth`,
    tokenEndpoint: `${url}/token`,
    keySetUrl: `${url}/keys`,
    ...overrides,
  });
  return {
    url,
    platform,
    reads: () => reads,
    answerKeySet: (how) => {
      answer = how;
    },
    async rotate() {
      kid = `key-${Number(kid.slice(4)) + 1}`;
      pair = await generateKeyPair('RS256', { extractable: true });
    },
    sign: (claims, header = {}) =>
      new CompactSign(new TextEncoder().encode(typeof claims === 'string' ? claims : JSON.stringify(claims)))
        .setProtectedHeader(withoutUndefined({ alg: 'RS256', typ: 'JWT', kid, ...header }) as { alg: string })
        .sign(pair.privateKey),
    claims(nonce, changes = {}) {
      const iat = Math.floor(Date.now() / 1000);
      return withoutUndefined({
        iss: platform.issuer,
        aud: platform.clientId,
        sub: 'learner-1',
        nonce,
        iat,
        exp: iat + 60,
        name: 'Ada Learner',
        email: 'ada@example.org',
        [claim('message_type')]: 'LtiResourceLinkRequest',
        [claim('version')]: '1.3.0',
        [claim('deployment_id')]: '1',
        [claim('target_link_uri')]: `${base()}/lti/launch`,
        [claim('resource_link')]: { id: 'link-1', title: 'Claim your badge' },
        [claim('roles')]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
        [claim('context')]: { id: '2', title: 'Data Literacy', label: 'MC101' },
        ...changes,
      });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
