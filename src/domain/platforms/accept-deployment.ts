/** The administrator lets a deployment in and says for which institution it awards. */
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import type { PlatformStore } from './platform-store.js';
import type { Platform } from './platform.js';

/** Accepting one that is in already changes nothing. @throws Problem not-found, request-invalid (facts.fields) */
export async function acceptDeployment(
  deps: { platforms: PlatformStore },
  input: { platformId: string; deploymentId: string; institutionId: string },
): Promise<Platform> {
  const { deploymentId } = input;
  if (deploymentId === '') throw formProblem({ deploymentId: 'required' });
  if (deploymentId.length > 255) throw formProblem({ deploymentId: 'too-long' });
  const platform = await deps.platforms.byId(input.platformId);
  if (!platform) throw new Problem('not-found');
  if (platform.deployments.some((known) => known.id === deploymentId)) return platform;
  const changed = await deps.platforms.change(platform.id, {
    deployments: [...platform.deployments, { id: deploymentId, institutionId: input.institutionId }],
    unknownDeployments: platform.unknownDeployments.filter((unknown) => unknown.id !== deploymentId),
  });
  if (!changed) throw new Problem('not-found');
  return changed;
}
