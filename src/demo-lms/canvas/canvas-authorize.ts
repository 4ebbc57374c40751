/**
 * Canvas's authorization endpoint: every parameter but `state` is needed, the hint lives five minutes and works once.
 * https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request
 */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Lms } from '../lms.js';
import { escapeHtml } from '../pages/html.js';
import { signLaunch } from '../platform-keys.js';
import { languageOf } from '../sign-in/language-of.js';
import { loggedIn } from '../sign-in/session.js';
import { selfPostingForm } from '../sign-in/self-posting-form.js';
import { activityOf, reasonNotToOpen } from '../state/read-course.js';
import type { Activity, Course, Person } from '../state/lms-state.js';
import { canvasClaims } from './canvas-claims.js';
import { ltiUserId } from './canvas-ids.js';

const hintLivesMilliseconds = 5 * 60 * 1000;
const needed = [
  'client_id',
  'login_hint',
  'lti_message_hint',
  'nonce',
  'prompt',
  'redirect_uri',
  'response_mode',
  'response_type',
  'scope',
] as const;
const given = z.record(z.string(), z.string());

export async function canvasAuthorize(lms: Lms, request: Request, response: Response): Promise<void> {
  const { tool } = lms.state;
  const sent = given.safeParse({
    ...request.query,
    ...(request.body as Record<string, unknown> | undefined),
  });
  const asked = sent.success ? sent.data : {};
  if (
    asked['client_id'] !== tool.clientId ||
    (asked['redirect_uri'] ?? '').split('?')[0] !== tool.launchUrl
  ) {
    const message = asked['client_id'] === tool.clientId ? 'Invalid redirect_uri' : 'Invalid client_id';
    response.status(400).json({ status: 'bad_request', message });
    return;
  }
  const state: Record<string, string> = asked['state'] === undefined ? {} : { state: asked['state'] };
  const answer = await answerTo(lms, { ...asked, locale: languageOf(request) }, loggedIn(lms, request));
  response
    .type('html')
    .send(
      answer.refusal === undefined
        ? selfPostingForm(asked['redirect_uri'] ?? '', { ...state, ...answer.fields })
        : lockedPage(answer.refusal),
    );
}

type Answer = { refusal?: undefined; fields: Record<string, string> } | { refusal: string };

/** @param asked what was sent, and the language of the person as `locale` */
async function answerTo(
  lms: Lms,
  asked: Record<string, string>,
  person: Person | undefined,
): Promise<Answer> {
  const error = (name: string, description: string): Answer => ({
    fields: { error: name, error_description: description },
  });
  const missing = needed.filter((name) => !asked[name]);
  if (missing.length > 0)
    return error('invalid_request_object', `The following parameters are missing: ${missing.join(',')}`);
  if (asked['scope'] !== 'openid') return error('invalid_request_object', "The 'scope' must be 'openid'");
  if (
    asked['response_type'] !== 'id_token' ||
    asked['response_mode'] !== 'form_post' ||
    asked['prompt'] !== 'none'
  )
    return error('invalid_request_object', 'The response type, response mode or prompt is not supported');
  if (!person || ltiUserId(person.id) !== asked['login_hint'])
    return error('login_required', 'Must have an active user session');
  const found = takeLaunch(lms, asked['lti_message_hint'] ?? '', person);
  if (!found)
    return error('launch_no_longer_valid', 'The launch has either expired or already been consumed');
  const refusal = reasonNotToOpen(lms.state, found.course, found.activity, person);
  if (refusal !== undefined) return { refusal };
  const claims = canvasClaims(lms, found.course, found.activity, person, {
    nonce: asked['nonce'] ?? '',
    locale: asked['locale'] ?? 'en',
  });
  return {
    fields: {
      id_token: await signLaunch(lms.state, claims),
      lti_storage_target: 'post_message_forwarding',
    },
  };
}

function takeLaunch(
  lms: Lms,
  hint: string,
  person: Person,
): { course: Course; activity: Activity } | undefined {
  const launch = lms.begunLaunches.get(hint);
  lms.begunLaunches.delete(hint);
  const age = launch ? lms.clock().getTime() - launch.begunAt.getTime() : Infinity;
  if (!launch || age > hintLivesMilliseconds || launch.userId !== person.id) return undefined;
  return activityOf(lms.state, launch.activityId);
}

const lockedPage = (reason: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Locked</title></head>` +
  `<body><main><h1>This activity is locked</h1><p>${escapeHtml(reason)}</p></main></body></html>`;
