/** Everything below /visits/:visit: the pages of one course for one person in one browser. */
import { Router, type RequestHandler } from 'express';
import { guardForms } from '../../forms/form-token.js';
import { framedByPlatforms } from '../../middleware/frame-ancestors.js';
import { visitOf, withVisit } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { claimPages } from '../claim/claim-pages.js';
import { credentialPages } from '../credential/credential-pages.js';
import { progressPages } from '../progress/progress-pages.js';
import { rosterPages } from '../roster/roster-pages.js';

/** Where a visit begins: a teacher at the credential, a learner at the progress, anybody else at what they may do. */
const beginVisit: RequestHandler = (req, res) => {
  const { id, roles } = visitOf(req);
  if (roles.teaches) res.redirect(303, `/visits/${id}/credential`);
  else if (roles.learns) res.redirect(303, `/visits/${id}/progress`);
  else res.render('no-role', { administers: roles.administers });
};

export function coursePages(services: WebServices): Router {
  const visit = Router({ mergeParams: true });
  visit.use(withVisit(services));
  visit.use(guardForms(services.sessionKey, (req) => `visit:${visitOf(req).id}:${visitOf(req).browserHash}`));
  visit.get('/', beginVisit);
  for (const pages of [credentialPages, rosterPages, progressPages, claimPages]) visit.use(pages(services));

  const router = Router();
  router.use('/visits', framedByPlatforms(services));
  router.use('/visits/:visit', visit);
  return router;
}
