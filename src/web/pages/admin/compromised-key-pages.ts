/** Declaring signing keys compromised: /admin/institutions/:id/keys/compromised. docs/decisions/0027-compromised-keys.md */
import { Router, type Request, type Response } from 'express';
import { declareCompromised } from '../../../domain/institutions/declare-compromised.js';
import { formText, formTexts } from '../../forms/form-body.js';
import { faultsOf, formView } from '../../forms/form-view.js';
import { cookieOf } from '../../middleware/cookies.js';
import { sourceOf } from '../../middleware/source-of.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';
import { markCookie } from './browser-mark.js';
import { institutionOfAddress } from './institution-of-address.js';

const names = ['keys', 'since', 'password'] as const;

export function compromisedKeyPages(services: WebServices): Router {
  const router = Router();
  const path = '/institutions/:id/keys/compromised';

  router.get(path, async (req, res) => show(services, req, res, req.params.id));

  router.post(path, async (req, res) => {
    const { id } = req.params;
    try {
      await declareCompromised(services, {
        institutionId: id,
        keyIds: formTexts(req, 'keys'),
        since: formText(req, 'since').trim(),
        password: formText(req, 'password'),
        source: sourceOf(req),
        browserMark: cookieOf(req, markCookie),
      });
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      await show(services, req, res.status(422), id, faults);
      return;
    }
    res.redirect(303, `/admin/institutions/${id}/keys?done=compromised`);
  });
  return router;
}

async function show(
  services: WebServices,
  req: Request,
  res: Response,
  id: string,
  faults?: Record<string, string>,
): Promise<void> {
  const institution = await institutionOfAddress(services, id);
  const words = wordsIn(req, 'admin');
  const day = dayIn(req);
  const chosen = formTexts(req, 'keys');
  const values = { since: formText(req, 'since') };
  const keys = await services.keys.published(institution.id);
  res.render('admin-keys-compromised', {
    ...formView(req, { words: 'admin:keys.compromised', names, values, faults }),
    title: words('keys.compromised.title', { name: institution.legalName }),
    keysPath: `/admin/institutions/${institution.id}/keys`,
    choices: keys.map(({ id: value, kind, createdAt, retiredAt }, index) => ({
      // the error summary leads to the first one
      id: index === 0 ? 'keys' : `keys-${index + 1}`,
      value,
      checked: chosen.includes(value),
      label: words(`keys.kind.${kind}`),
      hint: retiredAt
        ? words('keys.usedFromTo', { from: day(createdAt), to: day(retiredAt) })
        : words('keys.usedSince', { from: day(createdAt) }),
    })),
  });
}
