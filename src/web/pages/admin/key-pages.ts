/** The signing keys of an institution: /admin/institutions/:id/keys lists them and makes new ones. */
import { Router } from 'express';
import { renewKeys } from '../../../domain/institutions/renew-keys.js';
import type { PublicSigningKey } from '../../../domain/institutions/signing-keys.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

export function keyPages(services: WebServices): Router {
  const router = Router();

  router.get('/institutions/:id/keys', async (req, res) => {
    const institution = await services.institutions.byId(req.params.id);
    if (!institution) throw new Problem('not-found', { detail: 'no such institution' });
    const words = wordsIn(req, 'admin');
    const day = dayIn(req);
    const keys = await services.keys.published(institution.id);
    const viewed = ({ kind, createdAt, retiredAt }: PublicSigningKey) => ({
      name: words(`keys.kind.${kind}`),
      since: retiredAt
        ? words('keys.usedFromTo', { from: day(createdAt), to: day(retiredAt) })
        : words('keys.usedSince', { from: day(createdAt) }),
      state: words(retiredAt ? 'keys.retired' : 'keys.inUse'),
      stateKind: retiredAt ? 'neutral' : 'good',
    });
    res.render('admin-keys', {
      title: words('keys.title', { name: institution.legalName }),
      notice: req.query['done'] === 'renewed' ? words('keys.renewed') : undefined,
      keys: keys.map(viewed),
    });
  });

  router.post('/institutions/:id/keys', async (req, res) => {
    await renewKeys(services, req.params.id);
    res.redirect(303, `/admin/institutions/${req.params.id}/keys?done=renewed`);
  });
  return router;
}
