/** Which linked LMS begins a launch: issuer and client id; where an LMS tells no client id, the issuer must have one alone. */
import type { Platform } from '../../domain/platforms/platform.js';
import type { KnownPlatforms } from '../../domain/platforms/known-platforms.js';
import { Problem } from '../../shared/problem.js';
import type { LoginRequest } from './login-request.js';

/** @throws Problem launch-platform-unknown, launch-platform-suspended */
export async function platformOfLogin(
  deps: { platforms: KnownPlatforms },
  request: LoginRequest,
): Promise<Platform> {
  const platform = request.client_id
    ? await deps.platforms.byClient(request.iss, request.client_id)
    : onlyOne(await deps.platforms.byIssuer(request.iss), request.lti_deployment_id);
  if (!platform) throw new Problem('launch-platform-unknown');
  refuseSuspended(platform);
  return platform;
}

/** @throws Problem launch-platform-suspended */
export function refuseSuspended(platform: Platform): void {
  if (platform.state === 'suspended')
    throw new Problem('launch-platform-suspended', { facts: { lms: platform.family } });
}

function onlyOne(platforms: Platform[], deploymentId: string | undefined): Platform | undefined {
  const fitting = platforms.filter((platform) => platform.deployments.some(({ id }) => id === deploymentId));
  const candidates = fitting.length > 0 ? fitting : platforms;
  return candidates.length === 1 ? candidates[0] : undefined;
}
