/**
 * Checks a tool's client assertion against its key set, which is kept and read again for a key it does not know.
 * https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant
 */
import { decodeJwt, decodeProtectedHeader, errors, importJWK, jwtVerify, type JWK } from 'jose';
import { z } from 'zod';
import type { Lms } from './lms.js';

export type CheckedAssertion =
  | {
      outcome:
        'good' | 'malformed' | 'unknown-client' | 'key-set-unreachable' | 'unknown-key' | 'bad-signature';
    }
  | { outcome: 'expired' | 'not-yet-valid' };

const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
const claims = z.object({ iss: z.string(), sub: z.string(), iat: z.number().optional() });

/** The audience is not looked at: Moodle does not, Canvas's own check stands with its token endpoint. */
export async function checkAssertion(lms: Lms, assertion: string): Promise<CheckedAssertion> {
  const read = readAssertion(assertion);
  if (!read) return { outcome: 'malformed' };
  if (read.sub !== lms.state.tool.clientId) return { outcome: 'unknown-client' };
  const known = lms.toolKeys.cached?.url === lms.state.tool.keySetUrl ? lms.toolKeys.cached.keys : undefined;
  let key = known?.find(({ kid }) => kid === read.kid);
  if (!key) {
    const fresh = await readToolKeys(lms.state.tool.keySetUrl);
    if (fresh) lms.toolKeys.cached = { url: lms.state.tool.keySetUrl, keys: fresh };
    if (!fresh && !known) return { outcome: 'key-set-unreachable' };
    key = fresh?.find(({ kid }) => kid === read.kid);
  }
  if (!key) return { outcome: 'unknown-key' };
  const now = lms.clock();
  try {
    const publicKey = await importJWK(key as JWK, 'RS256');
    await jwtVerify(assertion, publicKey, { algorithms: ['RS256'], currentDate: now });
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { outcome: 'expired' };
    if (error instanceof errors.JWTClaimValidationFailed) return { outcome: 'not-yet-valid' };
    return { outcome: 'bad-signature' };
  }
  const isEarly = read.iat !== undefined && read.iat * 1000 > now.getTime();
  return { outcome: isEarly ? 'not-yet-valid' : 'good' };
}

function readAssertion(
  assertion: string,
): { kid: string | undefined; sub: string; iat: number | undefined } | undefined {
  try {
    const { sub, iat } = claims.parse(decodeJwt(assertion));
    return { kid: decodeProtectedHeader(assertion).kid, sub, iat };
  } catch {
    return undefined;
  }
}

async function readToolKeys(url: string): Promise<readonly Record<string, unknown>[] | undefined> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(5000),
      headers: { Accept: 'application/json' },
    });
    return response.ok ? keySet.parse(await response.json()).keys : undefined;
  } catch {
    return undefined;
  }
}
