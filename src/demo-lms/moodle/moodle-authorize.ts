/**
 * Moodle's authorization endpoint (mod/lti/auth.php): checks the request in Moodle's order and posts id_token or error.
 * https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request
 */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { BegunLaunch, Lms } from '../lms.js';
import { signLaunch } from '../platform-keys.js';
import { languageOf } from '../sign-in/language-of.js';
import { loggedIn } from '../sign-in/session.js';
import { selfPostingForm } from '../sign-in/self-posting-form.js';
import { activityOf, reasonNotToOpen } from '../state/read-course.js';
import { moodleClaims } from './moodle-claims.js';
import { moodleErrorPage } from './moodle-error-page.js';

const text = z.string().optional().catch(undefined);
const authenticationRequest = z.object({
  scope: text,
  response_type: text,
  response_mode: text,
  prompt: text,
  client_id: text,
  redirect_uri: text,
  login_hint: text,
  lti_message_hint: text,
  state: text,
  nonce: text,
  repost: text,
});
type AuthenticationRequest = z.infer<typeof authenticationRequest>;

export async function moodleAuthorize(lms: Lms, request: Request, response: Response): Promise<void> {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const asked = authenticationRequest.parse({ ...request.query, ...body });
  const person = loggedIn(lms, request);
  if (!person && asked.repost === undefined) {
    // the browser may have kept the Lax cookie back: ask again from our own origin
    response.type('html').send(selfPostingForm(request.originalUrl, { repost: 'true' }, 'autopostme'));
    return;
  }
  const launch = person ? takeLaunch(lms, asked) : undefined;
  const found = launch && activityOf(lms.state, launch.activityId);
  if (!person || !launch || !found || asked.redirect_uri !== lms.state.tool.launchUrl) {
    response.status(404).type('html').send(moodleErrorPage('Invalid request'));
    return;
  }
  const state: Record<string, string> = asked.state === undefined ? {} : { state: asked.state };
  const error = errorOf(lms, asked, person.id);
  if (error) {
    response.type('html').send(selfPostingForm(asked.redirect_uri, { ...error, ...state }));
    return;
  }
  const reason = reasonNotToOpen(lms.state, found.course, found.activity, person);
  if (reason) {
    response.status(404).type('html').send(moodleErrorPage(reason));
    return;
  }
  const claims = moodleClaims(lms, found.course, found.activity, person, {
    nonce: asked.nonce ?? '',
    locale: languageOf(request),
  });
  const idToken = await signLaunch(lms.state, claims);
  response.type('html').send(selfPostingForm(asked.redirect_uri, { id_token: idToken, ...state }));
}

/** The begun launch of a request that is whole; it can be taken once. */
function takeLaunch(lms: Lms, asked: AuthenticationRequest): BegunLaunch | undefined {
  const needed = [asked.client_id, asked.redirect_uri, asked.login_hint, asked.nonce];
  if (needed.some((value) => !value) || asked.scope !== 'openid' || asked.response_type !== 'id_token')
    return undefined;
  const launchId = launchIdIn(asked.lti_message_hint ?? '');
  const launch = lms.begunLaunches.get(launchId);
  lms.begunLaunches.delete(launchId);
  return launch;
}

function launchIdIn(hint: string): string {
  try {
    return z.object({ launchid: z.string() }).parse(JSON.parse(hint)).launchid;
  } catch {
    return '';
  }
}

function errorOf(
  { state: { tool } }: Lms,
  asked: AuthenticationRequest,
  userId: string,
): Record<string, string> | undefined {
  if (asked.client_id !== tool.clientId) return { error: 'unauthorized_client' };
  if (asked.login_hint !== userId) return { error: 'access_denied' };
  if (asked.response_mode !== 'form_post')
    return { error: 'invalid_request', error_description: 'Invalid response_mode' };
  if (asked.prompt !== 'none') return { error: 'invalid_request', error_description: 'Invalid prompt' };
  return undefined;
}
