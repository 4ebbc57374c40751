/**
 * /lti/login: signs what the launch must bring back, ties it to this browser and sends the browser to the LMS. A browser
 * that has no cookie of ours is asked once whether it keeps one, before the LMS's hint is used up: if not, the LMS's own
 * storage takes its place where there is one, else a new window.
 * https://www.imsglobal.org/spec/security/v1p0/#step-2-authentication-request , https://www.imsglobal.org/spec/lti-cs-oidc/v0p1
 */
import type { Request, RequestHandler, Response } from 'express';
import type { Platform } from '../../domain/platforms/platform.js';
import { browserCookie, newBrowserSecret, readBrowserCookie } from '../../shared/browser-cookie.js';
import { hashSecret } from '../../shared/hash-secret.js';
import { Problem } from '../../shared/problem.js';
import type { LtiDeps } from '../lti-deps.js';
import { loginQuery, readLoginRequest, type LoginRequest } from './login-request.js';
import { signState } from './launch-state.js';
import { isOwnTarget } from './own-target.js';
import { platformOfLogin } from './platform-of-login.js';

/** Milliseconds a person may take on the LMS's side (sign in there). */
export const stateLives = 10 * 60_000;

export function beginLogin(deps: LtiDeps): RequestHandler {
  return async (req, res) => {
    res.set('Cache-Control', 'no-store');
    const sent: unknown = req.method === 'POST' ? req.body : req.query;
    const request = readLoginRequest(sent);
    const platform = await platformOfLogin(deps, request);
    if (!isOwnTarget(deps.base, request.target_link_uri))
      throw new Problem('launch-target', { detail: 'of the login', facts: { lms: platform.family } });
    const secret = readBrowserCookie(req.headers.cookie);
    if (secret !== undefined) {
      const made = loginState(deps, platform, request, { browserHash: hashSecret(secret) });
      res
        .status(302)
        .location(authenticationRequest(deps, platform, request, made))
        .end();
    } else if (req.query['asked'] === undefined) {
      res.append('Set-Cookie', browserCookie(newBrowserSecret()));
      res.redirect(303, `/lti/login?${loginQuery(request)}&asked=1`);
    } else {
      withoutCookies(deps, platform, request, res);
    }
  };
}

function withoutCookies(deps: LtiDeps, platform: Platform, request: LoginRequest, res: Response): void {
  const newWindow = `/lti/login?${loginQuery(request)}`;
  if (request.lti_storage_target === undefined) {
    res.render('launch-new-window', { titleKey: 'launch:newWindow.title', newWindow, lms: platform.family });
    return;
  }
  const proof = deps.newId();
  const made = loginState(deps, platform, request, { proofHash: hashSecret(proof) });
  res.render('launch-storage', {
    titleKey: 'launch:storage.title',
    newWindow,
    task: 'put',
    key: made.id,
    value: proof,
    target: request.lti_storage_target,
    lmsOrigin: new URL(platform.authorizationEndpoint).origin,
    next: authenticationRequest(deps, platform, request, made),
  });
}

function loginState(
  deps: LtiDeps,
  platform: Platform,
  request: LoginRequest,
  bound: { browserHash: string } | { proofHash: string },
): { state: string; id: string; nonce: string } {
  const nonce = deps.newId();
  const signed = signState(deps.sessionKey, {
    ...bound,
    purpose: 'login',
    nonce,
    platformId: platform.id,
    storageTarget: request.lti_storage_target,
    expiresAt: deps.clock().getTime() + stateLives,
  });
  return { ...signed, nonce };
}

function authenticationRequest(
  deps: LtiDeps,
  platform: Platform,
  request: LoginRequest,
  { state, nonce }: { state: string; nonce: string },
): string {
  const url = new URL(platform.authorizationEndpoint);
  const query = new URLSearchParams(url.search);
  const fields: Record<string, string | undefined> = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: `${deps.base}/lti/launch`,
    login_hint: request.login_hint,
    lti_message_hint: request.lti_message_hint,
    state,
    nonce,
  };
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) query.set(name, value);
  }
  url.search = query.toString();
  return url.href;
}

/** True when the request comes from the browser that the record is tied to. */
export function isBrowserOf(record: { browserHash?: string }, req: Request): boolean {
  const secret = readBrowserCookie(req.headers.cookie);
  return (
    secret !== undefined && record.browserHash !== undefined && hashSecret(secret) === record.browserHash
  );
}
