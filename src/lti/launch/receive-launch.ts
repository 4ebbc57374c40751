/**
 * /lti/launch: what the LMS answers to a login. The launch must come back in the browser it began in (our cookie, or a secret in
 * the LMS's own storage), with a token of that LMS for that login; then it counts, once.
 * https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation , https://www.imsglobal.org/spec/lti-cs-oidc/v0p1
 */
import type { Request, RequestHandler, Response } from 'express';
import type { LaunchState } from '../../domain/platforms/launch-state-store.js';
import type { Platform } from '../../domain/platforms/platform.js';
import { readBrowserCookie } from '../../shared/browser-cookie.js';
import { hashSecret } from '../../shared/hash-secret.js';
import { Problem } from '../../shared/problem.js';
import type { LtiDeps } from '../lti-deps.js';
import { isBrowserOf, stateLives } from './begin-login.js';
import { launchOfClaims } from './launch-of-claims.js';
import { readLaunchResponse, type LaunchResponse } from './launch-response.js';
import { isOwnTarget } from './own-target.js';
import { refuseSuspended } from './platform-of-login.js';
import { claimNames, type LinkLaunchClaims } from './token-claims.js';
import { verifyToken, type VerifyTokenDeps } from './verify-token.js';

export function receiveLaunch(deps: LtiDeps & VerifyTokenDeps): RequestHandler {
  return async (req, res) => {
    res.set('Cache-Control', 'no-store');
    const response = readLaunchResponse(req.body);
    const record = await knownState(deps, response.state);
    const platform = await platformOf(deps, record);
    const isProven = isProof(deps, req, response, record);
    if (!isProven && !isBrowserOf(record, req)) {
      askForProof(req, res, { response, record, platform });
      return;
    }
    const claims = await verifyToken(deps, {
      platform,
      token: response.id_token,
      nonce: record.nonce,
    });
    if (!isOwnTarget(deps.base, claims[claimNames.target]))
      throw new Problem('launch-target', { detail: 'of the token', facts: { lms: platform.family } });
    const institutionId = await institutionOf(deps, platform, claims);
    const told = launchOfClaims(platform, institutionId, claims);
    // a hand-off leads out of the frame, whatever the LMS said
    const launch = record.purpose === 'hand-off' ? { ...told, framed: false } : told;
    await useUp(deps, response.state);
    if (record.purpose === 'login' && isProven && readBrowserCookie(req.headers.cookie) === undefined) {
      await handOff(deps, res, { response, record });
      return;
    }
    await noteLaunch(deps, platform);
    await deps.onLaunch(launch, req, res);
  };
}

/**
 * The secret out of the LMS's storage or of our hand-off page, and sent by a page of ours: whoever has a launch of his own could
 * otherwise make somebody else's browser post it, and lead that person into his visit.
 */
function isProof(deps: LtiDeps, req: Request, { proof }: LaunchResponse, record: LaunchState): boolean {
  return proof !== undefined && hashSecret(proof) === record.proofHash && req.get('Origin') === deps.base;
}

/** @throws Problem launch-state-unknown, launch-state-used */
async function knownState(deps: LtiDeps, state: string): Promise<LaunchState> {
  const record = await deps.launchStates.find(state, deps.clock());
  if (record) return record;
  await useUp(deps, state);
  throw new Problem('launch-state-unknown');
}

/** @throws Problem launch-state-used for all but one of any number of callers; launch-state-unknown */
async function useUp(deps: LtiDeps, state: string): Promise<void> {
  const { outcome } = await deps.launchStates.take(state, deps.clock());
  if (outcome === 'used') throw new Problem('launch-state-used');
  if (outcome === 'unknown') throw new Problem('launch-state-unknown');
}

/** As it is linked now, not as it was at login. @throws Problem launch-platform-unknown, launch-platform-suspended */
async function platformOf(deps: LtiDeps, record: LaunchState): Promise<Platform> {
  const platform = await deps.platforms.byId(record.platformId);
  if (platform?.issuer !== record.issuer || platform.clientId !== record.clientId)
    throw new Problem('launch-platform-unknown');
  refuseSuspended(platform);
  return platform;
}

interface Unproven {
  response: LaunchResponse;
  record: LaunchState;
  platform: Platform;
}

/** The LMS's storage is asked where it keeps the proof; otherwise nothing ties this browser to the login. */
function askForProof(req: Request, res: Response, { response, record, platform }: Unproven): void {
  const hasStorage = record.proofHash !== undefined && record.storageTarget !== undefined;
  if (hasStorage && response.proof === undefined) {
    tellOrigin(res);
    res.render('launch-storage', {
      titleKey: 'launch:storage.title',
      task: 'get',
      key: response.state,
      target: record.storageTarget,
      lmsOrigin: new URL(platform.authorizationEndpoint).origin,
      idToken: response.id_token,
    });
    return;
  }
  const hasCookie = readBrowserCookie(req.headers.cookie) !== undefined;
  throw new Problem(hasCookie || record.proofHash ? 'launch-browser-mismatch' : 'launch-cookies-blocked', {
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
async function handOff(
  deps: LtiDeps,
  res: Response,
  { response, record }: { response: LaunchResponse; record: LaunchState },
): Promise<void> {
  const [state, proof] = [deps.newId(), deps.newId()];
  await deps.launchStates.add({
    ...record,
    state,
    purpose: 'hand-off',
    browserHash: undefined,
    storageTarget: undefined,
    proofHash: hashSecret(proof),
    expiresAt: new Date(deps.clock().getTime() + stateLives),
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
