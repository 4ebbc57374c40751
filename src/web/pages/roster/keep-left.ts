/** /visits/:visit/roster/left: names all who have only left the course, and lets their awards stand, with one reason for all. */
import type { Request, RequestHandler, Response } from 'express';
import { hasOnlyLeft } from '../../../domain/awards/award-review.js';
import type { Award } from '../../../domain/awards/award.js';
import { keepWhoLeft } from '../../../domain/reviews/keep-who-left.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf } from '../../forms/form-view.js';
import { courseOf, visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from '../credential/credential-of-visit.js';
import { wordsIn } from '../words-of.js';
import { nameOfHolder } from './award-of-course.js';

export function showLeft(services: WebServices): RequestHandler {
  return async (req, res) => {
    const awards = await whoLeft(services, req);
    if (awards.length === 0) res.redirect(303, `/visits/${visitOf(req).id}/roster`);
    else renderLeft(req, res, awards);
  };
}

export function keepLeft(services: WebServices): RequestHandler {
  return async (req, res) => {
    const reason = formText(req, 'reason');
    const until = new Date(formText(req, 'until'));
    if (Number.isNaN(until.getTime())) throw new Problem('request-invalid', { detail: 'until' });
    try {
      const microCredential = await neededMicroCredential(services, req);
      const count = await keepWhoLeft(services, { visit: visitOf(req), microCredential, until, reason });
      res.redirect(303, `/visits/${visitOf(req).id}/roster?done=left-kept&count=${count}`);
    } catch (error) {
      if (!faultsOf(error)['reason']) throw error;
      const fault = wordsIn(req, 'course')('roster.reasonMissing');
      renderLeft(req, res.status(422), await whoLeft(services, req), { fault, reason });
    }
  };
}

async function whoLeft(services: WebServices, req: Request): Promise<Award[]> {
  const { id } = await neededMicroCredential(services, req);
  const { platformId } = courseOf(req);
  const all = await services.awards.ofMicroCredential(id);
  return all.filter((award) => award.platformId === platformId && hasOnlyLeft(award));
}

/** The status is the caller's. */
function renderLeft(
  req: Request,
  res: Response,
  awards: readonly Award[],
  page: { fault?: string; reason?: string } = {},
): void {
  const times = awards.map(({ review }) => review?.since.getTime() ?? 0);
  res.render('keep-left', {
    ...page,
    title: wordsIn(req, 'review')('left.title', { count: awards.length }),
    names: awards.map((award) => nameOfHolder(req, award)),
    until: new Date(Math.max(0, ...times)).toISOString(),
    errors: page.fault && [{ field: 'reason', text: page.fault }],
  });
}
