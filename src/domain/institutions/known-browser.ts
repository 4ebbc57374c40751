/**
 * A mark for a browser in which the administrator's password was given rightly: strangers who use up the attempts of everybody
 * do not use up those of such a browser. It opens nothing, and a new password makes it worthless.
 * https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import { looksLikeId, type NewId } from '../../shared/ids.js';
import type { AdministratorStore } from './administrator.js';

const idLength = 22;
/** As long as browsers keep a cookie at most; every sign-in gives a new one. */
const days = 400;

/** A new mark for the browser that has just signed in or chosen the password; undefined before the set-up. */
export async function markBrowser(deps: {
  administrators: AdministratorStore;
  /** 32 bytes: key of the marks. */
  sessionKey: Uint8Array;
  newId: NewId;
  clock: Clock;
}): Promise<{ mark: string; expiresAt: Date } | undefined> {
  const passwordHash = await deps.administrators.passwordHash();
  if (passwordHash === undefined) return undefined;
  const id = deps.newId();
  const expiresAt = new Date(deps.clock().getTime() + days * 86_400_000);
  return { mark: id + signatureOf(deps.sessionKey, id, passwordHash), expiresAt };
}

/** The id of a browser whose mark is ours and of this password; undefined otherwise. */
export function knownBrowser(
  sessionKey: Uint8Array,
  mark: string | undefined,
  passwordHash: string,
): string | undefined {
  const id = mark?.slice(0, idLength);
  if (!mark || !looksLikeId(id)) return undefined;
  const given = Buffer.from(mark.slice(idLength));
  const right = Buffer.from(signatureOf(sessionKey, id, passwordHash));
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
}

function signatureOf(sessionKey: Uint8Array, id: string, passwordHash: string): string {
  return createHmac('sha256', sessionKey).update(`browser:${id}:${passwordHash}`).digest('base64url');
}
