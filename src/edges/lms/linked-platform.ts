/** The platform whose web services are to be asked. */
import type { KnownPlatforms } from '../../domain/platforms/known-platforms.js';
import type { LmsFamily, Platform } from '../../domain/platforms/platform.js';
import { Problem } from '../../shared/problem.js';

/** @throws Problem lms-refused when the link is suspended or gone, lms-service-missing when it is none of this family */
export async function linkedPlatform(
  platforms: KnownPlatforms,
  id: string,
  family: LmsFamily,
): Promise<Platform> {
  const platform = await platforms.byId(id);
  if (!platform || platform.state === 'suspended')
    throw new Problem('lms-refused', { detail: 'the link with this LMS is suspended or gone' });
  if (platform.family !== family)
    throw new Problem('lms-service-missing', {
      detail: 'no web services are asked of this LMS',
      facts: { lms: platform.family },
    });
  return platform;
}
