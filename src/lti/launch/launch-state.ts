/**
 * What a login remembers until its launch comes back, carried by the launch itself: the `state` holds it, signed. So a login writes
 * nothing, and nobody can fill the database with logins.
 * https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Short names: every LMS carries the state through addresses and forms. */
const content = z.object({
  /** login: made by /lti/login. hand-off: made by a launch, for the window it opens. */
  purpose: z.enum(['login', 'hand-off']),
  /** 128 random bits: must come back inside the token. */
  nonce: z.string(),
  platformId: z.string(),
  /** SHA-256 (hex) of the secret in the browser's cookie; absent where the proof lies elsewhere. */
  browserHash: z.string().optional(),
  /** SHA-256 (hex) of the secret kept in the LMS's browser storage (lti.put_data) or in our hand-off page. */
  proofHash: z.string().optional(),
  /** Name of the LMS's storage frame, as the login told (lti_storage_target). */
  storageTarget: z.string().optional(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});

export type LaunchStateContent = z.infer<typeof content>;

/** Content, and the id under which it is known and used once. */
export type LaunchState = LaunchStateContent & { id: string };

/** The state as text: content and its HMAC-SHA-256, both base64url. */
export function signState(key: Uint8Array, state: LaunchStateContent): { state: string; id: string } {
  const text = Buffer.from(JSON.stringify(state)).toString('base64url');
  const id = signatureOf(key, text);
  return { state: `${text}.${id}`, id };
}

/** True for a text that may be a state: anything else need not be looked at. */
export function looksLikeState(text: string): boolean {
  return text.length <= 2000 && /^[\w-]+\.[\w-]{43}$/.test(text);
}

/** What was signed with this key, before its end; undefined for any other text. */
export function openState(key: Uint8Array, state: string, at: Date): LaunchState | undefined {
  if (!looksLikeState(state)) return undefined;
  const [text = '', given = ''] = state.split('.');
  const id = signatureOf(key, text);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(id))) return undefined;
  const opened = content.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  return opened.expiresAt > at.getTime() ? { ...opened, id } : undefined;
}

/** The id of the launch that comes back with this state: who sees the state cannot tell it. */
export function launchIdOf(key: Uint8Array, { id }: LaunchState): string {
  return createHmac('sha256', key).update(`launch:${id}`).digest('base64url').slice(0, 22);
}

function signatureOf(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(`launch-state:${text}`).digest('base64url');
}
