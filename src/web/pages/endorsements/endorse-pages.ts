/**
 * What the invited person sees: /endorse/<secret>. No account: whoever has the link may use it, and a foreign page does not have it.
 * The link in the message that confirms the e-mail address is /endorse/confirm/<code>; opening it changes nothing, since mail
 * programs open links by themselves.
 */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { confirmAddress, openConfirmation } from '../../../domain/invitations/confirm-address.js';
import { giveEndorsement } from '../../../domain/invitations/give-endorsement.js';
import { openInvitation, type Invitation } from '../../../domain/invitations/open-invitation.js';
import { readSaid } from '../../../domain/invitations/said-input.js';
import { withdrawEndorsement } from '../../../domain/invitations/withdraw-endorsement.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { guardForms } from '../../forms/form-token.js';
import { faultsOf } from '../../forms/form-view.js';
import { logOf } from '../../middleware/request-log.js';
import { sourceOf } from '../../middleware/source-of.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { readEndorseForm } from './endorse-form.js';
import { renderForm, renderPreview, renderState } from './render-invitation.js';
import { handInSigned, showSigned } from './signed-endorsement.js';

export function endorsePages(services: WebServices): Router {
  const router = Router();
  router.use('/endorse', few(), (_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    next();
  });
  router.use(confirmPages(services));
  router.use(
    '/endorse/:secret',
    guardForms(services.sessionKey, (req) => `endorse:${String(req.params['secret'])}`),
  );

  router.get('/endorse/:secret', async (req, res) => {
    const invitation = await openInvitation(services, req.params.secret);
    const { state } = invitation.endorsement;
    const isOpen = state === 'opened' || (state === 'unconfirmed' && req.query['change'] === 'yes');
    if (isOpen) renderForm(services, req, res, invitation);
    else renderState(services, req, res, invitation);
  });

  router.post('/endorse/:secret', async (req, res) => {
    const { secret } = req.params;
    const invitation = await openInvitation(services, secret);
    const fields = readEndorseForm(req, invitation.endorsed);
    const then = formText(req, 'then');
    if (then === 'change') {
      renderForm(services, req, res, invitation, { fields });
      return;
    }
    try {
      if (then !== 'give') {
        const said = { ...readSaid(fields.speaker, fields.texts), at: services.clock() };
        renderPreview(services, req, res, invitation, { fields, said });
        return;
      }
      const { speaker: form, texts } = fields;
      const { mailed } = await giveEndorsement(services, { secret, form, texts, language: req.language });
      logOf(req).info({ mailed }, 'endorsement given');
      const trouble = mailed === 'too-many' ? '?mail=too-many' : '?mail=failed';
      res.redirect(303, `/endorse/${secret}${mailed && mailed !== 'sent' ? trouble : ''}`);
    } catch (problem) {
      const faults = faultsOf(problem);
      if (Object.keys(faults).length === 0) throw problem;
      renderForm(services, req, res.status(422), invitation, { fields, faults });
    }
  });

  router.get('/endorse/:secret/signed', showSigned(services));
  router.post('/endorse/:secret/signed', handInSigned(services));

  router.post('/endorse/:secret/withdraw', async (req, res) => {
    const { secret } = req.params;
    if (formText(req, 'sure') === 'yes') {
      await withdrawEndorsement(services, secret);
      res.redirect(303, `/endorse/${secret}`);
      return;
    }
    const invitation: Invitation = await openInvitation(services, secret);
    renderState(services, req, res.status(422), invitation, { sure: 'required' });
  });
  return router;
}

function confirmPages(services: WebServices): Router {
  const router = Router();
  const path = '/endorse/confirm/:code';
  router.use(
    path,
    guardForms(services.sessionKey, (req) => `endorse-confirm:${String(req.params['code'])}`),
  );
  router.get(path, async (req, res) => {
    const { said, confirmed } = await openConfirmation(services, req.params.code);
    if (confirmed) showConfirmation(req, res, { confirmed: 'already' });
    else showConfirmation(req, res, { email: said?.speaker?.email, organisation: said?.organisation.name });
  });
  router.post(path, async (req, res) => {
    await confirmAddress(services, req.params.code);
    showConfirmation(req, res, { confirmed: 'done' });
  });
  return router;
}

function showConfirmation(
  req: Request,
  res: Response,
  told: { email?: string; organisation?: string; confirmed?: 'done' | 'already' },
): void {
  const words = wordsIn(req, 'endorsements');
  res.render('endorse-confirm', {
    ...told,
    title: words(`confirm.${told.confirmed ?? 'title'}`),
    thanks: told.confirmed && words(told.confirmed === 'done' ? 'confirm.thanks' : 'confirm.thanksAgain'),
    what: words('confirm.what', { organisation: told.organisation, email: told.email }),
  });
}

/** Forms from one source in ten minutes; looking is free. */
function few(): RequestHandler {
  return rateLimit({
    windowMs: 600_000,
    limit: 40,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: sourceOf,
    validate: { xForwardedForHeader: false },
    skip: ({ method }) => method !== 'POST',
    handler: (_req, _res, next) => next(new Problem('endorsing-too-often')),
  });
}
