/** The learner's own award in the activity of a visit: the one that waits to be claimed, else the newest. */
import type { Request } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { microCredentialOfVisit } from '../credential/credential-of-visit.js';

export async function awardOfVisit(
  services: WebServices,
  req: Request,
): Promise<{ award: Award; microCredential: MicroCredential } | undefined> {
  const microCredential = await microCredentialOfVisit(services, req);
  if (!microCredential) return undefined;
  const { platformId, person } = visitOf(req);
  const awards = await services.awards.ofLearnerAllVersions(microCredential.id, platformId, person.subject);
  const award = awards.find(({ state }) => state === 'offered') ?? awards[0];
  return award && { award, microCredential };
}
