/** Endorsements of an institution: /admin/institutions/:id/endorsements. */
import { Router } from 'express';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import { addInviterPages } from '../endorsements/inviter-pages.js';
import { wordsIn } from '../words-of.js';

export function endorsementAdminPages(services: WebServices): Router {
  const router = Router();
  addInviterPages(router, '/institutions/:id/endorsements', services, async (req) => {
    const institution = await services.institutions.byId(String(req.params['id']));
    if (!institution) throw new Problem('not-found', { detail: 'no such institution' });
    const scope = { institutionId: institution.id };
    return {
      scope,
      about: scope,
      by: 'administrator',
      path: `/admin/institutions/${institution.id}/endorsements`,
      back: { href: '/admin', text: wordsIn(req, 'admin')('back') },
    };
  });
  return router;
}
