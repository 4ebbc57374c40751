/** An administrator links an LMS by hand. It waits for its first launch. */
import type { Clock } from '../../shared/clock.js';
import type { NewId } from '../../shared/ids.js';
import type { PlatformStore } from './platform-store.js';
import type { Platform, PlatformRegistration } from './platform.js';
import { readRegistration } from './platform-registration.js';

export interface LinkPlatformDeps {
  platforms: PlatformStore;
  clock: Clock;
  newId: NewId;
  /** True where addresses with http are let in (demo, tests). */
  allowHttp: boolean;
}

/** @throws Problem request-invalid (facts.fields: field name -> FieldFault), duplicate */
export async function linkPlatform(
  deps: LinkPlatformDeps,
  input: { registration: PlatformRegistration; institutionId: string },
): Promise<Platform> {
  const { deploymentIds, ...fields } = readRegistration(input.registration, deps.allowHttp);
  const platform: Platform = {
    id: deps.newId(),
    ...fields,
    deployments: deploymentIds.map((id) => ({ id, institutionId: input.institutionId })),
    state: 'waiting',
    linkedAt: deps.clock(),
    unknownDeployments: [],
  };
  await deps.platforms.add(platform);
  return platform;
}
