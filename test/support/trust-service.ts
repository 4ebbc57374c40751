/**
 * A trust service over HTTP that speaks the interface of the Cloud Signature Consortium, version 1 or 2, as far as a seal needs it,
 * and refuses what the specification refuses. Nobody trusts its certificates.
 * https://cloudsignatureconsortium.org/resources/download-api-specifications/
 */
import { privateEncrypt } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { p256 } from '@noble/curves/nist.js';
import type { Certified } from '../documents/certificates/certificate.builder.js';
import { anOwner } from '../documents/seals/sealed.builder.js';
import { aTimeStamp, aTimeStampAuthority } from '../documents/seals/time-stamp.builder.js';

export interface TrustService {
  /** Where the interface begins. */
  address: string;
  access: { address: string; clientId: string; clientSecret: string; credentialId: string; pin: string };
  /** Methods that were called, in this order; tokens are `token`. */
  calls: string[];
  /** Bodies of the last call of each method. */
  bodies: Map<string, Record<string, unknown>>;
  /** What it does otherwise than it should, from now on. */
  behaviour: Behaviour;
  chain: Certified[];
  close(): Promise<void>;
}

export interface Behaviour {
  /** Answers this for a method: status and body. */
  answers?: Partial<Record<string, { status: number; body?: unknown }>>;
  /** So often it answers 503 to a method. */
  busyFor?: Record<string, number>;
  /** Does not answer at all. */
  hangs?: boolean;
  /** Changes what credentials/info tells. */
  credential?: (told: Record<string, unknown>) => Record<string, unknown>;
  /** Signs something else. */
  signs?: (hash: Buffer) => Buffer;
  stamps?: (hash: Buffer) => Buffer;
  /** Tells of itself when it is asked by GET alone. */
  isOld?: boolean;
  /** Takes id and secret in the header alone. */
  asksForHeader?: boolean;
  /** Tokens given so far no longer count. */
  tokensTakenBack?: boolean;
}

interface Wanted {
  version?: 1 | 2;
  chain?: Certified[];
  /** Writes signatures of curves side by side instead of in ASN.1. */
  plainCurves?: boolean;
  hasTimeStamps?: boolean;
}

const sha256 = '2.16.840.1.101.3.4.2.1';

export async function startTrustService(wanted: Wanted = {}): Promise<TrustService> {
  const { version = 1, hasTimeStamps = true } = wanted;
  const chain = wanted.chain ?? anOwner().chain;
  const [owner] = chain;
  if (!owner) throw new Error('a seal has an owner');
  const authority = aTimeStampAuthority(chain.at(-1));
  const access = { clientId: 'acquis', clientSecret: 's3cret', credentialId: 'seal-1', pin: '4711' };
  const tokens = new Set<string>();
  const granted = new Map<string, string>();
  const service = {
    calls: [] as string[],
    bodies: new Map<string, Record<string, unknown>>(),
    behaviour: {} as Behaviour,
  };
  const isRsa = owner.publicKey.asymmetricKeyType === 'rsa';
  const refuse = (error: string, status = 400) => ({
    status,
    body: { error, error_description: 'secret words' },
  });

  const answer = (method: string, body: Record<string, unknown>, authorization: string | undefined) => {
    if (method === 'info') return { status: 200, body: info() };
    if (method === 'token') {
      const pair = Buffer.from(`${access.clientId}:${access.clientSecret}`).toString('base64');
      const isKnown = service.behaviour.asksForHeader
        ? authorization === `Basic ${pair}`
        : body['client_id'] === access.clientId && body['client_secret'] === access.clientSecret;
      if (!isKnown || body['grant_type'] !== 'client_credentials') return refuse('invalid_client', 401);
      const token = `t${tokens.size + 1}`;
      tokens.add(token);
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 3600 } };
    }
    if (!tokens.has(authorization?.replace('Bearer ', '') ?? '')) return refuse('invalid_token', 401);
    if (method === 'signatures/timestamp') {
      if (body['hashAlgo'] !== sha256) return refuse('invalid_request');
      const hash = Buffer.from(String(body['hash']), 'base64');
      const token = (service.behaviour.stamps ?? ((one) => aTimeStamp(one, authority)))(hash);
      return { status: 200, body: { timestamp: token.toString('base64') } };
    }
    if (body['credentialID'] !== access.credentialId) return refuse('invalid_credentialID');
    if (method === 'credentials/info') return { status: 200, body: credential() };
    const hashes = body[version === 1 ? 'hash' : 'hashes'];
    const [hash] = Array.isArray(hashes) ? (hashes as string[]) : [];
    if (hash === undefined) return refuse('invalid_request');
    if (method === 'credentials/authorize') {
      const given =
        version === 1 ? body['PIN'] : (body['authData'] as { value: string }[] | undefined)?.[0]?.value;
      if (given !== access.pin) return refuse('invalid_pin');
      const SAD = `sad-${granted.size + 1}`;
      granted.set(SAD, hash);
      return { status: 200, body: { SAD, expiresIn: 300 } };
    }
    if (granted.get(String(body['SAD'])) !== hash) return refuse('invalid_sad');
    granted.delete(String(body['SAD']));
    const signature = (service.behaviour.signs ?? signHash)(Buffer.from(hash, 'base64'));
    return { status: 200, body: { signatures: [signature.toString('base64')] } };
  };

  const info = () => ({
    specs: version === 1 ? '1.0.4.0' : '2.0.0.2',
    name: 'Seals of tests',
    region: 'BE',
    lang: 'en',
    authType: ['oauth2client'],
    oauth2: origin(),
    methods: [
      ...['info', 'credentials/info', 'credentials/authorize', 'signatures/signHash'],
      ...(hasTimeStamps ? ['signatures/timestamp'] : []),
    ],
  });
  const credential = () => {
    const told = {
      key: { status: 'enabled', algo: [isRsa ? '1.2.840.113549.1.1.1' : '1.2.840.10045.4.3.2'], len: 256 },
      // the order of all but the first is free
      cert: {
        status: 'valid',
        certificates: [owner, ...chain.slice(1).reverse()].map(({ der }) => der.toString('base64')),
      },
      multisign: 1,
      ...(version === 1
        ? { authMode: 'explicit', SCAL: '2', PIN: { presence: 'true' }, OTP: { presence: 'false' } }
        : { auth: { mode: 'explicit', objects: [{ type: 'Password', id: 'PIN', format: 'N' }] }, SCAL: '2' }),
    };
    return service.behaviour.credential?.(told) ?? told;
  };
  const signHash = (hash: Buffer): Buffer =>
    isRsa
      ? privateEncrypt(
          owner.privateKey,
          Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), hash]),
        )
      : signOfHash(owner, hash, wanted.plainCurves ? 'compact' : 'der');

  const server = createServer((req, res) => {
    void (async () => {
      const method = (req.url ?? '').replace(/^\/(csc\/v[12]|oauth2)\//, '');
      const text = await textOf(req);
      const isForm = req.headers['content-type']?.includes('form');
      const body = isForm
        ? Object.fromEntries(new URLSearchParams(text))
        : (JSON.parse(text || '{}') as object);
      service.calls.push(method);
      service.bodies.set(method, body as Record<string, unknown>);
      if (service.behaviour.hangs) return;
      if (service.behaviour.tokensTakenBack) {
        tokens.clear();
        service.behaviour.tokensTakenBack = false;
      }
      const { busyFor = {} } = service.behaviour;
      const isBusy = (busyFor[method] ?? 0) > 0;
      if (isBusy) busyFor[method] = (busyFor[method] ?? 0) - 1;
      const isWrongWay = service.behaviour.isOld && method === 'info' && req.method !== 'GET';
      const told =
        (isBusy ? { status: 503 } : isWrongWay ? { status: 405 } : service.behaviour.answers?.[method]) ??
        answer(method, body as Record<string, unknown>, req.headers.authorization);
      res.writeHead(told.status, { 'content-type': 'application/json' }).end(JSON.stringify(told.body ?? {}));
    })();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = `${origin()}/csc/v${version}`;
  return Object.assign(service, {
    address,
    access: { address, ...access },
    chain,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  });
}

/** Of a hash, as hardware signs; node:crypto signs texts alone. */
function signOfHash({ privateKey }: Certified, hash: Buffer, format: 'compact' | 'der'): Buffer {
  const { d = '' } = privateKey.export({ format: 'jwk' });
  return Buffer.from(p256.sign(hash, Buffer.from(d, 'base64url'), { prehash: false, format }));
}

async function textOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
