/**
 * Results of verifications that somebody shares: /verify/results/<id> for everybody who has the link, and beside it the page of
 * whoever shared it. No session, no form token: what may be done is in what is sent, a sealed result or the secret of the page.
 */
import { Router, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import {
  deleteSharedResult,
  readOwnSharedResult,
  readSharedResult,
} from '../../../../domain/verification/shared-results/read-shared-result.js';
import { sharedDays, shareResult } from '../../../../domain/verification/shared-results/share-result.js';
import { formProblem } from '../../../../shared/field-faults.js';
import { Problem } from '../../../../shared/problem.js';
import { formBody, formText } from '../../../forms/form-body.js';
import { say } from '../../../middleware/page-locals.js';
import { logOf } from '../../../middleware/request-log.js';
import { sourceOf } from '../../../middleware/source-of.js';
import type { WebServices } from '../../../web-services.js';
import { reportView } from '../report-view.js';
import { openResult } from './sealed-result.js';

export function resultPages(services: WebServices): Router {
  const router = Router();
  const own = '/verify/results/:id/own/:secret';

  router.post('/verify/results', fewShared(), formBody(), async (req, res) => {
    const result = openResult(services.sessionKey, formText(req, 'result'), services.clock());
    const days = sharedDays.find((one) => String(one) === formText(req, 'days'));
    if (days === undefined) throw formProblem({ days: 'unknown-choice' });
    const { shared, secret } = await shareResult(services, { result, days });
    logOf(req).info({ outcome: shared.outcome, days }, 'result shared');
    res.redirect(303, `/verify/results/${shared.id}/own/${secret}`);
  });

  router.get('/verify/results/:id', async (req, res) => {
    const result = await readSharedResult(services, req.params.id);
    // nobody who reads this was asked for an e-mail address
    const checks = result.checks.filter(({ name }) => name !== 'recipient');
    res.render('shared-result', {
      ...reportView(req, { ...result, checks }),
      expiresAt: result.expiresAt,
      address: result.address,
      again: result.address && `/verify?address=${encodeURIComponent(result.address)}`,
      base: services.base,
    });
  });

  router.get(own, async (req, res) => {
    const { id, expiresAt } = await readOwnSharedResult(services, req.params);
    res.render('own-shared-result', {
      title: say(req, 'verify:share.own.title'),
      address: `${services.base}/verify/results/${id}`,
      ownAddress: `${services.base}/verify/results/${id}/own/${req.params.secret}`,
      expiresAt,
    });
  });
  router.post(own, async (req, res) => {
    await deleteSharedResult(services, req.params);
    res.render('own-shared-result', { title: say(req, 'verify:share.deleted.title'), deleted: true });
  });
  return router;
}

/** Ten results an hour from one source. */
function fewShared(): RequestHandler {
  return rateLimit({
    windowMs: 3_600_000,
    limit: 10,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: sourceOf,
    validate: { xForwardedForHeader: false },
    handler: (_req, _res, next) => next(new Problem('sharing-too-often')),
  });
}
