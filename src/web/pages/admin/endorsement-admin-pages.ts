/** Endorsements of an institution: /admin/institutions/:id/endorsements. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';
import { addInviterPages } from '../endorsements/inviter-pages.js';
import { wordsIn } from '../words-of.js';
import { institutionOfAddress } from './institution-of-address.js';

export function endorsementAdminPages(services: WebServices): Router {
  const router = Router();
  addInviterPages(router, '/institutions/:id/endorsements', services, async (req) => {
    const institution = await institutionOfAddress(services, String(req.params['id']));
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
