/**
 * Is this token a message of this LMS to us, now, in answer to what we asked? Signature first; nothing of an unsigned token
 * is believed. https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation
 */
import { verify } from 'node:crypto';
import type { Platform } from '../../domain/platforms/platform.js';
import type { Clock } from '../../shared/clock.js';
import { Problem, type ProblemCode } from '../../shared/problem.js';
import type { KeySets } from './key-sets.js';
import {
  claimNames,
  linkLaunchClaims,
  messageClaims,
  type LinkLaunchClaims,
  type MessageClaims,
} from './token-claims.js';
import { jsonObject, readToken } from './token-parts.js';

export interface VerifyTokenDeps {
  keySets: KeySets;
  clock: Clock;
  /** Seconds an LMS clock may differ from ours. */
  clockTolerance: number;
}

/** Seconds: a token that was made longer ago answers nothing that we still remember. */
const oldestSeconds = 600;

/**
 * @param input.nonce what the login sent; the token must bring it back
 * @throws Problem launch-token-malformed, -signature, -audience, -claims, -expired, -not-yet-valid, launch-nonce-mismatch,
 * launch-version, launch-message-type, launch-anonymous, lms-unreachable and lms-answer-unreadable (key set)
 */
export async function verifyToken(
  deps: VerifyTokenDeps,
  input: { platform: Platform; token: string; nonce: string },
): Promise<LinkLaunchClaims> {
  const { platform, token } = input;
  const refuse = (code: ProblemCode, detail: string, cause?: unknown): Problem =>
    new Problem(code, { detail, cause, facts: { lms: platform.family } });
  const claims = await signedClaims(deps, platform, token, refuse);
  const message = messageClaims.safeParse(claims);
  if (!message.success) throw refuse('launch-token-claims', pathsOf(message.error));
  checkAddressee(message.data, platform, refuse);
  checkTimes(message.data, deps, refuse);
  if (message.data.nonce !== input.nonce) throw refuse('launch-nonce-mismatch', 'nonce');
  if (claims[claimNames.version] !== '1.3.0') throw refuse('launch-version', 'version is not 1.3.0');
  if (claims[claimNames.messageType] !== 'LtiResourceLinkRequest')
    throw refuse('launch-message-type', 'not a resource link request');
  if (claims['sub'] === undefined || claims['sub'] === null || claims['sub'] === '')
    throw refuse('launch-anonymous', 'no sub');
  const launch = linkLaunchClaims.safeParse(claims);
  if (!launch.success) throw refuse('launch-token-claims', pathsOf(launch.error));
  return launch.data;
}

type Refuse = (code: ProblemCode, detail: string, cause?: unknown) => Problem;

async function signedClaims(
  deps: VerifyTokenDeps,
  platform: Platform,
  token: string,
  refuse: Refuse,
): Promise<Record<string, unknown>> {
  const parts = readToken(token);
  if (!parts) throw refuse('launch-token-malformed', 'no JWS');
  const { alg, kid, crit } = parts.header;
  if (alg !== 'RS256') throw refuse('launch-token-signature', 'algorithm is not RS256');
  if (crit !== undefined) throw refuse('launch-token-signature', 'it asks for extensions that are not known');
  if (typeof kid !== 'string' || kid === '') throw refuse('launch-token-signature', 'no kid');
  const key = await deps.keySets.key(platform, kid);
  if (!key) throw refuse('launch-token-signature', 'no such key in the key set');
  // with an RSA key this is RSASSA-PKCS1-v1_5 with SHA-256, whatever the token says: RS256
  if (!verify('RSA-SHA256', parts.signed, key, parts.signature))
    throw refuse('launch-token-signature', 'the signature does not fit');
  const claims = jsonObject(parts.payload);
  if (!claims) throw refuse('launch-token-malformed', 'claims are no JSON object');
  return claims;
}

/** https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation steps 2 to 5 */
function checkAddressee({ iss, aud, azp }: MessageClaims, platform: Platform, refuse: Refuse): void {
  if (iss !== platform.issuer) throw refuse('launch-token-audience', 'another issuer');
  const audiences = [aud].flat();
  if (!audiences.includes(platform.clientId)) throw refuse('launch-token-audience', 'another client');
  if (audiences.length > 1 && azp === undefined)
    throw refuse('launch-token-audience', 'several audiences, no azp');
  if (azp !== undefined && azp !== platform.clientId) throw refuse('launch-token-audience', 'another azp');
}

function checkTimes({ exp, iat, nbf }: MessageClaims, deps: VerifyTokenDeps, refuse: Refuse): void {
  const now = deps.clock().getTime() / 1000;
  const { clockTolerance: tolerance } = deps;
  if (exp <= now - tolerance) throw refuse('launch-token-expired', `exp ${Math.round(now - exp)} s ago`);
  if (iat < now - oldestSeconds - tolerance)
    throw refuse('launch-token-expired', `iat ${Math.round(now - iat)} s ago`);
  const begins = Math.max(iat, nbf ?? iat);
  if (begins > now + tolerance)
    throw refuse('launch-token-not-yet-valid', `valid in ${Math.round(begins - now)} s`);
}

const pathsOf = (error: { issues: { path: PropertyKey[] }[] }): string =>
  error.issues.map((issue) => issue.path.join('.').split('/').at(-1)).join(', ');
