/**
 * A trust service over HTTP that keeps one seal, for the demonstration and the tests. Nobody trusts its certificates, and it listens on
 * loopback only. https://cloudsignatureconsortium.org/resources/download-api-specifications/
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerQuestion, signHashWithRsa, type TrustServiceState } from './answer-question.js';
import type { Behaviour } from './behaviour.js';
import type { Certified } from './make-certificate.js';
import { makeTimeStampAuthority } from './make-time-stamp.js';

export interface TrustService {
  /** Where the interface begins. */
  address: string;
  /** What its customer is told. */
  access: { address: string; clientId: string; clientSecret: string; credentialId: string; pin: string };
  /** Methods that were called, in this order; those for tokens are `token`. */
  calls: string[];
  /** Bodies of the last call of each method. */
  bodies: Map<string, Record<string, unknown>>;
  /** From now on. */
  behaviour: Behaviour;
  chain: readonly [Certified, ...Certified[]];
  close(): Promise<void>;
}

export interface TrustServiceOptions {
  /** 0 takes any free port. */
  port?: number;
  version?: 1 | 2;
  /** The owner of the seal first. */
  chain: readonly [Certified, ...Certified[]];
  /** With the key of the owner; needed where that is none of RSA. */
  signHash?: (hash: Buffer) => Buffer;
  hasTimeStamps?: boolean;
}

/** @throws Error EADDRINUSE if the port is taken */
export async function startTrustService(options: TrustServiceOptions): Promise<TrustService> {
  const { port = 0, version = 2, chain, hasTimeStamps = true } = options;
  const [owner] = chain;
  const access = { clientId: 'acquis', clientSecret: 's3cret', credentialId: 'seal-1', pin: '4711' };
  const state: TrustServiceState = {
    ...{ version, access, chain, origin: '', behaviour: {}, tokens: new Set(), granted: new Map() },
    signHash: options.signHash ?? ((hash) => signHashWithRsa(owner, hash)),
    ...(hasTimeStamps && { timeStampAuthority: makeTimeStampAuthority(chain.at(-1)) }),
  };
  const calls: string[] = [];
  const bodies = new Map<string, Record<string, unknown>>();

  const server = createServer((req, res) => {
    void (async () => {
      const method = (req.url ?? '').replace(/^\/(csc\/v[12]|oauth2)\//, '');
      const body = await bodyOf(req);
      calls.push(method);
      bodies.set(method, body);
      const { behaviour, tokens } = state;
      if (behaviour.tokensTakenBack) {
        tokens.clear();
        behaviour.tokensTakenBack = false;
      }
      const { authorization } = req.headers;
      const told =
        wrongAnswer(behaviour, method, req.method) ?? answerQuestion(state, { method, body, authorization });
      res.writeHead(told.status, { 'content-type': 'application/json' }).end(JSON.stringify(told.body ?? {}));
    })();
  });
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = `${state.origin}/csc/v${version}`;
  return {
    ...{ address, access: { address, ...access }, calls, bodies, chain },
    get behaviour() {
      return state.behaviour;
    },
    set behaviour(behaviour) {
      state.behaviour = behaviour;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function wrongAnswer({ answers, busyFor = {}, isOld }: Behaviour, method: string, by: string | undefined) {
  const busy = busyFor[method] ?? 0;
  if (busy > 0) {
    busyFor[method] = busy - 1;
    return { status: 503 };
  }
  return isOld && method === 'info' && by !== 'GET' ? { status: 405 } : answers?.[method];
}

async function bodyOf(req: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  if (req.headers['content-type']?.includes('form')) return Object.fromEntries(new URLSearchParams(text));
  return JSON.parse(text || '{}') as Record<string, unknown>;
}
