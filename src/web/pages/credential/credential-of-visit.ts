/** The micro-credential of the activity that a visit is in, and its institution. */
import type { Request } from 'express';
import type { Institution } from '../../../domain/institutions/institution.js';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { Problem } from '../../../shared/problem.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';

/** Undefined while nobody has begun to design one here. */
export async function microCredentialOfVisit(
  services: WebServices,
  req: Request,
): Promise<MicroCredential | undefined> {
  return services.microCredentials.ofLink(visitOf(req).courseId, visitOf(req).linkId);
}

/** @throws Problem not-found when there is none. */
export async function neededMicroCredential(services: WebServices, req: Request): Promise<MicroCredential> {
  const microCredential = await microCredentialOfVisit(services, req);
  if (!microCredential) throw new Problem('not-found', { detail: 'no micro-credential in this activity' });
  return microCredential;
}

/** @throws Problem not-found */
export async function institutionOfVisit(services: WebServices, req: Request): Promise<Institution> {
  const institution = await services.institutions.byId(courseOf(req).institutionId);
  if (!institution) throw new Problem('not-found', { detail: 'institution of the course' });
  return institution;
}
