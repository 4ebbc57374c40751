/**
 * Canvas's token endpoint: the assertion's id counts once, its age at most five minutes, its audience must be this endpoint.
 * https://www.imsglobal.org/spec/security/v1p0/#using-json-web-tokens-with-oauth-2-0-client-credentials-grant
 */
import type { Request, Response } from 'express';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { giveToken, tokenLivesSeconds } from '../access-tokens.js';
import { checkAssertion } from '../check-assertion.js';
import { nowInSeconds, platformEndpoints, type Lms } from '../lms.js';
import { canvasAgsScopes } from './canvas-claims.js';
import { nrpsScope } from './canvas-memberships.js';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const oldestSeconds = 5 * 60;
const permitted = [...canvasAgsScopes, nrpsScope];

const claims = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  jti: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
});

export async function canvasToken(lms: Lms, request: Request, response: Response): Promise<void> {
  const form = new URLSearchParams(String(request.body));
  const refuse = (error: string, description: string): void => {
    response.status(400).json({ error, error_description: description });
  };
  if (form.get('grant_type') !== 'client_credentials')
    return refuse(
      'unsupported_grant_type',
      'The grant_type you requested is not currently supported by Canvas',
    );
  const assertion = form.get('client_assertion');
  if (!assertion || form.get('client_assertion_type') !== assertionType)
    return refuse('invalid_request', 'assertion method not supported for this grant_type');
  const { outcome } = await checkAssertion(lms, assertion);
  if (outcome !== 'good')
    return refuse('invalid_client', outcome === 'expired' ? 'JWT has expired' : `JWS ${outcome}`);
  const fault = faultOf(lms, claims.safeParse(decodeJwt(assertion)).data);
  if (fault !== undefined) return refuse('invalid_client', fault);
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.length === 0 || scopes.some((scope) => !permitted.includes(scope)))
    return refuse(
      'invalid_scope',
      'A requested scope is invalid, unknown, malformed, or exceeds the scope granted',
    );
  response.set('Cache-Control', 'no-store').json({
    access_token: giveToken(lms, scopes),
    token_type: 'Bearer',
    expires_in: tokenLivesSeconds,
    scope: scopes.join(' '),
  });
}

/** What is wrong with the claims, in a sentence; a good assertion is used up. */
function faultOf(lms: Lms, found: z.infer<typeof claims> | undefined): string | undefined {
  if (!found) return 'the following assertions are missing: iss, aud, jti, iat or exp';
  if (found.iss !== lms.state.tool.clientId) return "the 'iss' must be the client id";
  if (![found.aud].flat().includes(platformEndpoints(lms).tokenEndpoint))
    return "the 'aud' must be the LTI Authorization endpoint";
  if (nowInSeconds(lms) - found.iat > oldestSeconds) return "the 'iat' must be less than 5 minutes old";
  if (lms.usedAssertions.has(found.jti)) return "the 'jti' is invalid";
  lms.usedAssertions.add(found.jti);
  return undefined;
}
