/**
 * /lti/launch: what the LMS answers to a login. The launch must come back in the browser it began in (our cookie, or a secret in
 * the LMS's own storage), with a token of that LMS for that login; then it counts, once.
 * https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation , https://www.imsglobal.org/spec/lti-cs-oidc/v0p1
 */
import type { Request, RequestHandler, Response } from 'express';
import type { Platform } from '../../domain/platforms/platform.js';
import { readBrowserCookie } from '../../shared/browser-cookie.js';
import { hashSecret } from '../../shared/hash-secret.js';
import { Problem } from '../../shared/problem.js';
import type { LtiDeps } from '../lti-deps.js';
import { isBrowserOf, stateLives } from './begin-login.js';
import { launchOfClaims } from './launch-of-claims.js';
import { launchIdOf, openState, signState, type LaunchState } from './launch-state.js';
import { readLaunchResponse, type LaunchResponse } from './launch-response.js';
import { isOwnTarget } from './own-target.js';
import { refuseSuspended } from './platform-of-login.js';
import { claimNames, type LinkLaunchClaims } from './token-claims.js';
import { verifyToken, type VerifyTokenDeps } from './verify-token.js';

export function receiveLaunch(deps: LtiDeps & VerifyTokenDeps): RequestHandler {
  return async (req, res) => {
    res.set('Cache-Control', 'no-store');
    const response = readLaunchResponse(req.body);
    const state = openState(deps.sessionKey, response.state, deps.clock());
    if (!state) throw new Problem('launch-state-unknown');
    const platform = await platformOf(deps, state);
    const isProven = isProof(deps, req, response, state);
    if (!isProven && !isBrowserOf(state, req)) {
      askForProof(req, res, { response, state, platform });
      return;
    }
    const claims = await verifyToken(deps, {
      platform,
      token: response.id_token,
      nonce: state.nonce,
    });
    if (!isOwnTarget(deps.base, claims[claimNames.target]))
      throw new Problem('launch-target', { detail: 'of the token', facts: { lms: platform.family } });
    const institutionId = await institutionOf(deps, platform, claims);
    const id = launchIdOf(deps.sessionKey, state);
    const launch = launchOfClaims(platform, { id, institutionId }, claims);
    if (state.purpose === 'login' && isProven) {
      // it may end in a window of its own, so that its visit alone does not use it up
      await useUp(deps, state);
      if (readBrowserCookie(req.headers.cookie) === undefined) {
        handOff(deps, res, { response, state });
        return;
      }
    }
    await noteLaunch(deps, platform);
    await deps.onLaunch(launch, req, res);
  };
}

/**
 * The secret out of the LMS's storage or of our hand-off page, and sent by a page of ours: whoever has a launch of his own could
 * otherwise make somebody else's browser post it, and lead that person into his visit.
 */
function isProof(deps: LtiDeps, req: Request, { proof }: LaunchResponse, state: LaunchState): boolean {
  return proof !== undefined && hashSecret(proof) === state.proofHash && req.get('Origin') === deps.base;
}

/** @throws Problem launch-state-used for all but one of any number of callers */
async function useUp(deps: LtiDeps, { id, expiresAt }: LaunchState): Promise<void> {
  // replicas' clocks differ: remembered longer than any of them takes the state
  const until = new Date(expiresAt + stateLives);
  if (!(await deps.usedLaunches.use(id, until))) throw new Problem('launch-state-used');
}

/** As it is linked now, not as it was at login. @throws Problem launch-platform-unknown, launch-platform-suspended */
async function platformOf(deps: LtiDeps, { platformId }: LaunchState): Promise<Platform> {
  const platform = await deps.platforms.byId(platformId);
  if (!platform) throw new Problem('launch-platform-unknown');
  refuseSuspended(platform);
  return platform;
}

interface Unproven {
  response: LaunchResponse;
  state: LaunchState;
  platform: Platform;
}

/** The LMS's storage is asked where it keeps the proof; otherwise nothing ties this browser to the login. */
function askForProof(req: Request, res: Response, { response, state, platform }: Unproven): void {
  const hasStorage = state.proofHash !== undefined && state.storageTarget !== undefined;
  if (hasStorage && response.proof === undefined) {
    tellOrigin(res);
    res.render('launch-storage', {
      titleKey: 'launch:storage.title',
      task: 'get',
      key: state.id,
      state: response.state,
      target: state.storageTarget,
      lmsOrigin: new URL(platform.authorizationEndpoint).origin,
      idToken: response.id_token,
    });
    return;
  }
  const hasCookie = readBrowserCookie(req.headers.cookie) !== undefined;
  throw new Problem(hasCookie || state.proofHash ? 'launch-browser-mismatch' : 'launch-cookies-blocked', {
    facts: { lms: platform.family },
  });
}

/** Deployments are tenants: only those an administrator let in. @throws Problem launch-deployment-unknown */
async function institutionOf(deps: LtiDeps, platform: Platform, claims: LinkLaunchClaims): Promise<string> {
  const deploymentId = claims[claimNames.deployment];
  const deployment = platform.deployments.find(({ id }) => id === deploymentId);
  if (deployment) return deployment.institutionId;
  await deps.platforms.noteUnknownDeployment(platform.id, deploymentId, deps.clock());
  throw new Problem('launch-deployment-unknown', { facts: { lms: platform.family } });
}

/**
 * This browser keeps no cookie inside the frame, so the visit goes on in a window of its own: its form posts the same token with
 * a new state, which only this page knows.
 */
function handOff(
  deps: LtiDeps,
  res: Response,
  { response, state: { nonce, platformId } }: { response: LaunchResponse; state: LaunchState },
): void {
  const proof = deps.newId();
  const { state } = signState(deps.sessionKey, {
    purpose: 'hand-off',
    nonce,
    platformId,
    proofHash: hashSecret(proof),
    expiresAt: deps.clock().getTime() + stateLives,
  });
  tellOrigin(res);
  res.render('launch-hand-off', {
    titleKey: 'launch:handOff.title',
    state,
    proof,
    idToken: response.id_token,
  });
}

/** Under the usual policy a browser hides even from us that it was our page that posted. */
function tellOrigin(res: Response): void {
  res.set('Referrer-Policy', 'same-origin');
}

const minute = 60_000;

/** Tells the administrator when the LMS launched last, to the minute: a class that launches at once must not queue here. */
async function noteLaunch(deps: LtiDeps, platform: Platform): Promise<void> {
  const now = deps.clock();
  const isNoted = platform.lastLaunchAt && now.getTime() - platform.lastLaunchAt.getTime() < minute;
  if (platform.state === 'waiting' || !isNoted) await deps.platforms.markLaunch(platform.id, now);
}
