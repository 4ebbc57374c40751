/**
 * What a trust service answers, as far as a seal needs it: the interface of the Cloud Signature Consortium, version 1 or 2. It refuses
 * what the specification refuses. https://cloudsignatureconsortium.org/resources/download-api-specifications/
 */
import { privateEncrypt } from 'node:crypto';
import type { Behaviour } from './behaviour.js';
import type { Certified } from './make-certificate.js';
import { makeTimeStamp } from './make-time-stamp.js';

export interface TrustServiceState {
  version: 1 | 2;
  /** Where it listens. */
  origin: string;
  access: { clientId: string; clientSecret: string; credentialId: string; pin: string };
  /** The owner of the seal first, then whoever vouches for it. */
  chain: readonly [Certified, ...Certified[]];
  /** Undefined: it makes no time stamps. */
  timeStampAuthority?: Certified;
  signHash: (hash: Buffer) => Buffer;
  behaviour: Behaviour;
  tokens: Set<string>;
  /** Hash by the leave (SAD) that was given for it. */
  granted: Map<string, string>;
}

export interface Question {
  /** Such as `credentials/info`; `token` for the server of tokens. */
  method: string;
  body: Record<string, unknown>;
  authorization: string | undefined;
}

interface Answer {
  status: number;
  body?: unknown;
}

const sha256 = '2.16.840.1.101.3.4.2.1';

export function answerQuestion(state: TrustServiceState, question: Question): Answer {
  const { method, body, authorization } = question;
  if (method === 'info') return { status: 200, body: infoOf(state) };
  if (method === 'token') return giveToken(state, question);
  if (!state.tokens.has(authorization?.replace('Bearer ', '') ?? '')) return refusal('invalid_token', 401);
  if (method === 'signatures/timestamp') return stamp(state, body);
  if (body['credentialID'] !== state.access.credentialId) return refusal('invalid_credentialID');
  if (method === 'credentials/info') return { status: 200, body: credentialOf(state) };
  const hashes = body[state.version === 1 ? 'hash' : 'hashes'];
  const hash: unknown = Array.isArray(hashes) ? hashes[0] : undefined;
  if (typeof hash !== 'string') return refusal('invalid_request');
  if (method === 'credentials/authorize') return giveLeave(state, body, hash);
  return method === 'signatures/signHash' ? sign(state, body, hash) : { status: 404 };
}

/** The words beside the code may quote anything: whoever asks must not show them. */
const refusal = (error: string, status = 400): Answer => ({
  status,
  body: { error, error_description: 'secret words' },
});

const infoOf = ({ version, origin, timeStampAuthority }: TrustServiceState) => ({
  specs: version === 1 ? '1.0.4.0' : '2.0.0.2',
  name: 'Seals for trying',
  region: 'BE',
  lang: 'en',
  authType: ['oauth2client'],
  oauth2: origin,
  methods: [
    ...['info', 'credentials/info', 'credentials/authorize', 'signatures/signHash'],
    ...(timeStampAuthority ? ['signatures/timestamp'] : []),
  ],
});

function giveToken(
  { access, behaviour, tokens }: TrustServiceState,
  { body, authorization }: Question,
): Answer {
  const { clientId, clientSecret } = access;
  const pair = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const isKnown = behaviour.asksForHeader
    ? authorization === `Basic ${pair}`
    : body['client_id'] === clientId && body['client_secret'] === clientSecret;
  if (!isKnown || body['grant_type'] !== 'client_credentials') return refusal('invalid_client', 401);
  const token = `t${tokens.size + 1}`;
  tokens.add(token);
  return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 3600 } };
}

function stamp({ behaviour, timeStampAuthority }: TrustServiceState, body: Question['body']): Answer {
  if (!timeStampAuthority) return { status: 404 };
  const { hash } = body;
  if (body['hashAlgo'] !== sha256 || typeof hash !== 'string') return refusal('invalid_request');
  const make = behaviour.stamps ?? ((one: Buffer) => makeTimeStamp(one, timeStampAuthority));
  return { status: 200, body: { timestamp: make(Buffer.from(hash, 'base64')).toString('base64') } };
}

function credentialOf({ version, chain, behaviour }: TrustServiceState) {
  const [owner, ...others] = chain;
  const told = {
    key: { status: 'enabled', algo: [isRsa(owner) ? '1.2.840.113549.1.1.1' : '1.2.840.10045.4.3.2'] },
    // the order of all but the first is free
    cert: {
      status: 'valid',
      certificates: [owner, ...others.reverse()].map(({ der }) => der.toString('base64')),
    },
    multisign: 1,
    ...(version === 1
      ? { authMode: 'explicit', SCAL: '2', PIN: { presence: 'true' }, OTP: { presence: 'false' } }
      : { auth: { mode: 'explicit', objects: [{ type: 'Password', id: 'PIN', format: 'N' }] }, SCAL: '2' }),
  };
  return behaviour.credential?.(told) ?? told;
}

function giveLeave(
  { version, access, granted }: TrustServiceState,
  body: Question['body'],
  hash: string,
): Answer {
  const factors = body['authData'];
  const [first] = Array.isArray(factors) ? (factors as { value?: unknown }[]) : [];
  const given = version === 1 ? body['PIN'] : first?.value;
  if (given !== access.pin) return refusal('invalid_pin');
  const SAD = `sad-${granted.size + 1}`;
  granted.set(SAD, hash);
  return { status: 200, body: { SAD, expiresIn: 300 } };
}

function sign(
  { behaviour, granted, signHash }: TrustServiceState,
  body: Question['body'],
  hash: string,
): Answer {
  const SAD = String(body['SAD']);
  if (granted.get(SAD) !== hash) return refusal('invalid_sad');
  granted.set(SAD, '');
  const signature = (behaviour.signs ?? signHash)(Buffer.from(hash, 'base64'));
  return { status: 200, body: { signatures: [signature.toString('base64')] } };
}

export const isRsa = ({ publicKey }: Certified): boolean => publicKey.asymmetricKeyType === 'rsa';

/** PKCS #1 version 1.5 over a SHA-256. https://www.rfc-editor.org/rfc/rfc8017#section-9.2 */
export function signHashWithRsa({ privateKey }: Certified, hash: Buffer): Buffer {
  const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');
  return privateEncrypt(privateKey, Buffer.concat([digestInfo, hash]));
}
