/**
 * Our signature under a token request, in the place of the library's: that one is dated this very second, and an LMS whose clock
 * is behind ours refuses what comes from its future. https://www.rfc-editor.org/rfc/rfc7523#section-3
 */
import { createPrivateKey } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../shared/clock.js';
import type { NewId } from '../../shared/ids.js';
import type { ToolKey } from './tool-key.js';

/** Seconds before and after now: clocks may differ by two minutes, and Canvas takes no assertion older than five. */
const margin = 150;

const claims = z.object({ sub: z.string(), aud: z.string() });

/** Makes an assertion for the same client and audience as the one that the library made. */
export function assertionMaker(
  key: ToolKey,
  deps: { clock: Clock; newId: NewId },
): (made: string) => Promise<string> {
  const privateKey = createPrivateKey(key.privateKey);
  return (made) => {
    const { sub, aud } = claims.parse(decodeJwt(made));
    const now = Math.floor(deps.clock().getTime() / 1000);
    return new SignJWT({ iss: sub, sub, aud, iat: now - margin, exp: now + margin, jti: deps.newId() })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .sign(privateKey);
  };
}
