/** The signing keys of an institution: /admin/institutions/:id/keys lists them and makes new ones. */
import { Router, type Request, type Response } from 'express';
import { renewKeys } from '../../../domain/institutions/renew-keys.js';
import type { PublicSigningKey } from '../../../domain/institutions/signing-keys.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { faultsOf, formView } from '../../forms/form-view.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

export function keyPages(services: WebServices): Router {
  const router = Router();

  const show = async (req: Request, res: Response, id: string, faults?: Record<string, string>) => {
    const institution = await services.institutions.byId(id);
    if (!institution) throw new Problem('not-found', { detail: 'no such institution' });
    const words = wordsIn(req, 'admin');
    const keys = await services.keys.published(institution.id);
    const names = ['sure'] as const;
    res.render('admin-keys', {
      ...formView(req, { words: 'admin:keys', names, values: {}, faults }),
      title: words('keys.title', { name: institution.legalName }),
      notice: req.query['done'] === 'renewed' ? words('keys.renewed') : undefined,
      keys: keys.map((key) => viewKey(req, key)),
      inUse: keys.filter(({ retiredAt }) => !retiredAt).map((key) => key.id),
    });
  };

  router.get('/institutions/:id/keys', async (req, res) => show(req, res, req.params.id));

  router.post('/institutions/:id/keys', async (req, res) => {
    const { id } = req.params;
    try {
      const keyIds = formText(req, 'inUse').split(' ');
      await renewKeys(services, { institutionId: id, keyIds, isSure: formText(req, 'sure') === 'yes' });
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      await show(req, res.status(422), id, faults);
      return;
    }
    res.redirect(303, `/admin/institutions/${id}/keys?done=renewed`);
  });
  return router;
}

function viewKey(req: Request, { kind, createdAt, retiredAt }: PublicSigningKey) {
  const words = wordsIn(req, 'admin');
  const day = dayIn(req);
  return {
    name: words(`keys.kind.${kind}`),
    since: retiredAt
      ? words('keys.usedFromTo', { from: day(createdAt), to: day(retiredAt) })
      : words('keys.usedSince', { from: day(createdAt) }),
    state: words(retiredAt ? 'keys.retired' : 'keys.inUse'),
    stateKind: retiredAt ? 'neutral' : 'good',
  };
}
