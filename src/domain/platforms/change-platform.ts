/**
 * An administrator corrects what was typed when an LMS was linked. Deployments keep the institution they award for; the token for its
 * web services is forgotten when the LMS is another one by its issuer.
 */
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import type { PlatformStore } from './platform-store.js';
import type { Platform, PlatformRegistration } from './platform.js';
import { readRegistration } from './platform-registration.js';
import type { ServiceTokens } from './service-tokens.js';

export interface ChangePlatformDeps {
  platforms: PlatformStore;
  serviceTokens: Pick<ServiceTokens, 'forget'>;
  allowHttp: boolean;
}

/**
 * @param input.institutionId institution of deployments that are new; without it, that of the platform's first deployment.
 * @throws Problem not-found, request-invalid (facts.fields), duplicate
 */
export async function changePlatform(
  deps: ChangePlatformDeps,
  input: { id: string; registration: PlatformRegistration; institutionId?: string },
): Promise<Platform> {
  const platform = await deps.platforms.byId(input.id);
  if (!platform) throw new Problem('not-found');
  const { deploymentIds, ...fields } = readRegistration(input.registration, deps.allowHttp);
  const fallback = input.institutionId ?? platform.deployments[0]?.institutionId;
  const deployments = deploymentIds.map((id) => {
    const institutionId = platform.deployments.find((known) => known.id === id)?.institutionId ?? fallback;
    if (!institutionId) throw formProblem({ institutionId: 'required' });
    return { id, institutionId };
  });
  // before: the token of one server must not go to another
  if (fields.issuer !== platform.issuer || fields.family !== platform.family)
    await deps.serviceTokens.forget(platform.id);
  const changed = await deps.platforms.change(input.id, {
    ...fields,
    // present even when undefined, so that a removed audience is removed in the store as well
    tokenAudience: fields.tokenAudience,
    deployments,
    unknownDeployments: platform.unknownDeployments.filter((unknown) => !deploymentIds.includes(unknown.id)),
  });
  if (!changed) throw new Problem('not-found');
  return changed;
}
