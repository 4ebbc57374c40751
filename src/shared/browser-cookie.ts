/**
 * The cookie that tells one browser from another: `__Host-acquis-browser`, one secret for all visits of the browser. Partitioned
 * (CHIPS), so that it works in an LMS's frame while third-party cookies are blocked. Made by src/lti, read there and by src/web.
 * https://developer.mozilla.org/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies
 */
import { looksLikeId, randomId } from './ids.js';

export const browserCookieName = '__Host-acquis-browser';

/** A new secret: 128 random bits. */
export const newBrowserSecret: () => string = randomId;

/** The secret in a Cookie header; undefined when there is none of our shape. */
export function readBrowserCookie(cookieHeader: string | undefined): string | undefined {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === browserCookieName) {
      const secret = pair.slice(at + 1).trim();
      if (looksLikeId(secret)) return secret;
    }
  }
  return undefined;
}

/** The Set-Cookie value for a secret; ends with the browser session. */
export function browserCookie(secret: string): string {
  return `${browserCookieName}=${secret}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned`;
}
