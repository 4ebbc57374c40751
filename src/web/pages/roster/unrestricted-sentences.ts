/** Tells for which activities the LMS lists everybody: then that condition proves nothing, for nobody. */
import type { Request } from 'express';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import { courseOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { lmsName } from '../lms-name.js';
import { wordsIn } from '../words-of.js';

/** @param linkIds links on which no restriction is in force */
export async function unrestrictedSentences(
  services: WebServices,
  req: Request,
  linkIds: readonly string[],
): Promise<string[]> {
  const { platformId, links } = courseOf(req);
  const platform = await services.platforms.byId(platformId);
  const words = wordsIn(req, 'course');
  const lms = lmsName(words, differencesOf(platform?.family ?? 'other'));
  return linkIds.map((linkId) => {
    const link = links.find(({ id }) => id === linkId)?.title || linkId;
    return words('passing.warnUnrestricted', { lms, link });
  });
}
