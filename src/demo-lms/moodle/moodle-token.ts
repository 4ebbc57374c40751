/**
 * Moodle's token endpoint (mod/lti/token.php): JSON written by hand and called HTML, errors in Moodle's words.
 * https://www.imsglobal.org/spec/security/v1p0/#using-oauth-2-0-client-credentials-grant
 */
import type { Request, Response } from 'express';
import { giveToken, tokenLivesSeconds } from '../access-tokens.js';
import { checkAssertion } from '../check-assertion.js';
import type { Lms } from '../lms.js';
import { agsScopes, nrpsScope } from './moodle-claims.js';
import { moodleErrorPage } from './moodle-error-page.js';

const permitted = [...agsScopes, nrpsScope];
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export async function moodleToken(lms: Lms, request: Request, response: Response): Promise<void> {
  const form = new URLSearchParams(String(request.body));
  const refuse = (error: string): void => {
    // the quotation marks inside are not escaped: Moodle's answer to an unknown kid is not JSON
    response.status(400).type('html').send(`{\r\n  "error" : "${error}"\r\n}`);
  };
  const assertion = form.get('client_assertion');
  const scope = form.get('scope');
  if (!assertion || !form.get('client_assertion_type') || !form.get('grant_type') || !scope)
    return refuse('invalid_request');
  if (form.get('grant_type') !== 'client_credentials' || form.get('client_assertion_type') !== assertionType)
    return refuse('unsupported_grant_type');
  const { outcome } = await checkAssertion(lms, assertion);
  switch (outcome) {
    case 'malformed':
      return refuse('invalid_request');
    case 'unknown-client':
      return refuse('invalid_client');
    case 'key-set-unreachable':
      response.status(404).type('html');
      response.send(
        moodleErrorPage(
          'Exception - mod_lti\\local\\ltiopenid\\jwks_helper::fix_jwks_alg(): Argument #1 ($jwks) must be of type array, null given',
        ),
      );
      return;
    case 'unknown-key':
      return refuse('"kid" invalid, unable to lookup correct key');
    case 'bad-signature':
      return refuse('Signature verification failed');
    case 'expired':
      return refuse('Expired token');
    case 'not-yet-valid':
      return refuse(`Cannot handle token prior to ${lms.clock().toISOString().slice(0, 19)}+0000`);
    case 'good':
      break;
  }
  const given = scope.split(' ').filter((one) => permitted.includes(one));
  if (given.length === 0) return refuse('invalid_scope');
  const body = [
    `  "access_token" : "${giveToken(lms, given)}"`,
    '  "token_type" : "Bearer"',
    `  "expires_in" : ${tokenLivesSeconds}`,
    `  "scope" : "${given.join(' ')}"`,
  ];
  response.type('html').send(`{\r\n${body.join(',\r\n')}\r\n}`);
}
