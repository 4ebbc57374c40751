/** Suspends a platform: launches are refused and everybody who came from it is shown out at once. */
import { Problem } from '../../shared/problem.js';
import type { PlatformStore } from './platform-store.js';
import type { Platform } from './platform.js';

export interface SuspendPlatformDeps {
  platforms: PlatformStore;
  /** The visits of the platform (VisitStore of domain/courses). */
  visits: { endOfPlatform(platformId: string): Promise<number> };
}

/** @throws Problem not-found */
export async function suspendPlatform(deps: SuspendPlatformDeps, id: string): Promise<Platform> {
  // the state first: a launch between the two would otherwise open a visit that nobody ends
  const platform = await deps.platforms.change(id, { state: 'suspended' });
  if (!platform) throw new Problem('not-found');
  await deps.visits.endOfPlatform(id);
  return platform;
}
