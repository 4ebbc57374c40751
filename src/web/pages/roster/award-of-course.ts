/** The award that an address below the list of learners names. */
import type { Request } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { looksLikeId } from '../../../shared/ids.js';
import { Problem } from '../../../shared/problem.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { nameOnRoster } from './roster-rows.js';

/** @throws Problem not-found for an award of another course: a teacher cannot tell whether it exists. */
export async function awardOfCourse(services: WebServices, req: Request): Promise<Award> {
  const id = req.params['award'];
  const award = looksLikeId(id) ? await services.awards.byId(id) : undefined;
  if (award?.courseId !== visitOf(req).courseId) throw new Problem('not-found', { detail: 'award' });
  return award;
}

/** As confirmed at the claim; before that as the LMS told it. */
export function nameOfHolder(req: Request, { subject, recipient, lmsName }: Award): string {
  return nameOnRoster(req, { subject, name: recipient?.name ?? lmsName });
}
