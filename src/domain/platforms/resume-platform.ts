/** Lets launches of a suspended platform in again. */
import { Problem } from '../../shared/problem.js';
import type { PlatformStore } from './platform-store.js';
import type { Platform } from './platform.js';

/** Back to 'active', or to 'waiting' when it never launched. A platform that is not suspended stays as it is. @throws Problem not-found */
export async function resumePlatform(deps: { platforms: PlatformStore }, id: string): Promise<Platform> {
  const platform = await deps.platforms.byId(id);
  if (!platform) throw new Problem('not-found');
  if (platform.state !== 'suspended') return platform;
  const resumed = await deps.platforms.change(id, { state: platform.firstLaunchAt ? 'active' : 'waiting' });
  if (!resumed) throw new Problem('not-found');
  return resumed;
}
