/**
 * Revoked awards of other versions that a learner held: their public pages stay, and so does the choice whether these show the
 * name.
 */
import type { Request } from 'express';
import { revokedBeside } from '../../../domain/awards/held-award.js';
import type { Award } from '../../../domain/awards/award.js';
import { addresses } from '../../../documents/addresses.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

export interface EarlierAward {
  id: string;
  text: string;
  url: string;
  /** The page shows the name. */
  public: boolean;
}

/** @param beside the version that the page is about, which is left out */
export async function earlierAwards(
  services: WebServices,
  req: Request,
  microCredentialId: string,
  beside: Pick<Award, 'version'>,
): Promise<EarlierAward[]> {
  const { platformId, person } = visitOf(req);
  const { subject } = person;
  const all = await services.awards.ofLearnerAllVersions(microCredentialId, platformId, subject);
  return revokedBeside({ subject, version: beside.version }, all).map((award) => ({
    id: award.id,
    text: wordsIn(req, 'learner')('earlier.revoked', {
      version: award.version,
      date: award.revokedAt && dayIn(req)(award.revokedAt),
    }),
    url: addresses(services.base).award(award.id),
    public: award.public === true,
  }));
}
