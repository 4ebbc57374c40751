/** The LMS's own RS256 keys: made, rotated, published, used to sign launches. */
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { LmsState, PlatformKey } from './state/lms-state.js';

export async function makePlatformKey(): Promise<PlatformKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid: randomBytes(10).toString('hex'), privateJwk: await exportJWK(privateKey) };
}

/** The public halves, in the member order Moodle writes them. */
export function publicKeySet(state: LmsState): { keys: JWK[] } {
  return {
    keys: state.keys.map(({ kid, privateJwk: { kty, e, n } }) => ({
      kty,
      alg: 'RS256',
      kid,
      e,
      n,
      use: 'sig',
    })),
  };
}

/** The new key signs at once; the one before stays published, older ones go. */
export async function rotatePlatformKeys(state: LmsState): Promise<void> {
  const [newest] = state.keys;
  state.keys = [await makePlatformKey(), ...(newest ? [newest] : [])];
}

export async function signLaunch(state: LmsState, claims: JWTPayload): Promise<string> {
  const [key] = state.keys;
  if (!key) throw new Error('the LMS has no key');
  return new SignJWT(claims)
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid })
    .sign(await importJWK(key.privateJwk, 'RS256'));
}
