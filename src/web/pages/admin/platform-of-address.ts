/** The linked LMS that an address of the administration names. */
import type { Platform } from '../../../domain/platforms/platform.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';

/** @throws Problem not-found */
export async function platformOfAddress(
  { platforms }: Pick<WebServices, 'platforms'>,
  id: string,
): Promise<Platform> {
  const platform = await platforms.byId(id);
  if (!platform) throw new Problem('not-found', { detail: 'no such platform' });
  return platform;
}
