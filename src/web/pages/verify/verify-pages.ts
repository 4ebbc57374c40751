/** The page where anyone verifies a credential: by address, file or text; for people, or as JSON. Nothing handed in is kept. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { verifyCredential, type VerificationInput } from '../../../domain/verification/verify-credential.js';
import { formProblem } from '../../../shared/field-faults.js';
import { formView } from '../../forms/form-view.js';
import { say } from '../../middleware/page-locals.js';
import { sourceOf } from '../../middleware/source-of.js';
import type { WebServices } from '../../web-services.js';
import { askedFor, type AskedFor } from './asked-for.js';
import { fewAtOnce } from './few-at-once.js';
import { readHandedForm, type HandedForm } from './read-handed-form.js';
import { reportView } from './report-view.js';
import { logOf } from '../../middleware/request-log.js';

const nothing: HandedForm = { address: '', text: '', email: '' };

export function verifyPages(services: WebServices): Router {
  const router = Router();
  const inTurn = fewAtOnce({ running: 4, waiting: 30 }, { running: 2, waiting: 10 });
  router.use('/verify', (_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    next();
  });

  const answer = async (req: Request, res: Response, form: HandedForm): Promise<void> => {
    const asked: AskedFor = askedFor(form);
    if ('faults' in asked) {
      if (wantsJson(req)) throw formProblem({ address: 'invalid' });
      res.status(400);
      showForm(req, res, form, asked.faults);
      return;
    }
    await verify(req, res, asked.input, form);
  };
  const verify = async (
    req: Request,
    res: Response,
    input: VerificationInput,
    form: HandedForm,
  ): Promise<void> => {
    const report = await inTurn(() => verifyCredential(services, input), sourceOf(req));
    if (!report) {
      res.status(503).set('Retry-After', '60');
      tellBusy(req, res, form, 'busy');
      return;
    }
    logOf(req).info({ outcome: report.outcome, kind: report.kind }, 'verified');
    if (wantsJson(req)) {
      res.json(report);
      return;
    }
    const view = reportView(req, report);
    res.render('verify-result', { ...view, page: pageOf(services.base, report.credential?.id) });
  };

  const limit = often();
  router.get('/verify', limit, async (req, res) => {
    const { address } = req.query;
    if (typeof address !== 'string') {
      if (wantsJson(req)) throw formProblem({ address: 'required' });
      showForm(req, res, nothing);
      return;
    }
    keepAddressInLanguageLinks(res, address);
    await answer(req, res, { ...nothing, address: address.trim() });
  });
  router.post('/verify', limit, async (req, res) => answer(req, res, await readHandedForm(req)));
  return router;
}

/** 60 verifications in five minutes from one address; looking at the form is free. */
function often(): RequestHandler {
  return rateLimit({
    windowMs: 5 * 60_000,
    limit: 60,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // whether a proxy is to be believed is a setting of the installation, checked there
    validate: { xForwardedForHeader: false },
    skip: (req) => req.method !== 'POST' && typeof req.query['address'] !== 'string',
    handler: (req, res) => {
      res.status(429);
      tellBusy(req, res, nothing, 'often');
    },
  });
}

function tellBusy(req: Request, res: Response, form: HandedForm, why: 'busy' | 'often'): void {
  const text = say(req, `verify:form.fault.${why}`);
  if (wantsJson(req)) res.json({ error: { code: why, what: text, reference: req.reference } });
  else showForm(req, res, form, {}, text);
}

const wantsJson = (req: Request): boolean => req.accepts(['html', 'json']) === 'json';

function showForm(
  req: Request,
  res: Response,
  form: HandedForm,
  faults: Record<string, string> = {},
  notice?: string,
): void {
  const { address, text, email } = form;
  const names = ['address', 'file', 'text', 'email'] as const;
  const values = { address, text, email };
  res.render('verify', {
    ...formView(req, { words: 'verify:form', names, values, faults }),
    notice,
    title: say(req, 'verify:form.title'),
  });
}

/** The page for people of an award of ours. */
function pageOf(base: string, id: string | undefined): string | undefined {
  const path = id?.startsWith(`${base}/`) ? id.slice(base.length) : '';
  const award = /^(\/awards\/[A-Za-z0-9_-]{22})(\/open-badge-2\.json|\/europass\.jsonld)?$/.exec(path);
  return award?.[1];
}

function keepAddressInLanguageLinks(res: Response, address: string): void {
  const links = res.locals['languageLinks'] as { language: string; href: string }[];
  res.locals['languageLinks'] = links.map(({ language, href }) => ({
    language,
    href: `${href}&address=${encodeURIComponent(address)}`,
  }));
}
