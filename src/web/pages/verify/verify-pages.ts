/**
 * Where anyone verifies a credential: by address, file or text; for people at /verify, for programs at /verify.json (or at
 * /verify, when they accept JSON alone). Nothing handed in is kept.
 */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { verifyCredential } from '../../../domain/verification/verify-credential.js';
import { sourceOf } from '../../middleware/source-of.js';
import type { WebServices } from '../../web-services.js';
import { answerAsJson } from './answer-as-json.js';
import { answerAsPage, showVerifyForm } from './answer-as-page.js';
import { askedFor } from './asked-for.js';
import { fewAtOnce } from './few-at-once.js';
import { openToPages } from './open-to-pages.js';
import { resultPages } from './results/result-pages.js';
import { readHandedForm, type HandedForm } from './read-handed-form.js';
import type { VerificationAnswer } from './verification-answer.js';
import { logOf } from '../../middleware/request-log.js';

const nothing: HandedForm = { address: '', text: '', email: '' };
const places = ['/verify', '/verify.json'];

export function verifyPages(services: WebServices): Router {
  const router = Router();
  const inTurn = fewAtOnce({ running: 4, waiting: 30 }, { running: 2, waiting: 10 });
  router.use('/verify', (_req, res, next) => {
    res.vary('Accept');
    next();
  });
  router.use('/verify.json', openToPages(services), (_req, res, next) => {
    res.locals['forMachines'] = true;
    next();
  });
  router.use(places, (_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    next();
  });

  const tell = (req: Request, res: Response, answer: VerificationAnswer, form: HandedForm): void => {
    if (wantsJson(req, res)) answerAsJson(req, res, answer);
    else answerAsPage(req, res, services, { answer, form });
  };
  const verify = async (req: Request, form: HandedForm): Promise<VerificationAnswer> => {
    const asked = askedFor(form);
    if ('faults' in asked) return asked;
    const report = await inTurn(() => verifyCredential(services, asked.input), sourceOf(req));
    if (!report) return { later: 'busy' };
    logOf(req).info({ outcome: report.outcome, kind: report.kind }, 'verified');
    return { report, ...(form.address !== '' && { address: asked.input.text }) };
  };
  const answer = async (req: Request, res: Response, form: HandedForm): Promise<void> => {
    const made = await verify(req, form);
    if ('later' in made) res.status(503).set('Retry-After', '60');
    tell(req, res, made, form);
  };

  const limit = often((req, res) => tell(req, res.status(429), { later: 'often' }, nothing));
  router.get(places, limit, async (req, res) => {
    const { address } = req.query;
    if (typeof address !== 'string' && !wantsJson(req, res)) {
      showVerifyForm(req, res, nothing);
      return;
    }
    const given = typeof address === 'string' ? address : '';
    keepAddressInLanguageLinks(res, given);
    await answer(req, res, { ...nothing, address: given.trim() });
  });
  router.use(resultPages(services));
  router.post(places, limit, async (req, res) => answer(req, res, await readHandedForm(req)));
  return router;
}

/** 60 verifications in five minutes from one address; looking at the form is free. */
function often(handler: (req: Request, res: Response) => void): RequestHandler {
  return rateLimit({
    windowMs: 5 * 60_000,
    limit: 60,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // whether a proxy is to be believed is a setting of the installation, checked there
    validate: { xForwardedForHeader: false },
    skip: (req) => req.method !== 'POST' && typeof req.query['address'] !== 'string',
    handler,
  });
}

const wantsJson = (req: Request, res: Response): boolean =>
  res.locals['forMachines'] === true || req.accepts(['html', 'json']) === 'json';

function keepAddressInLanguageLinks(res: Response, address: string): void {
  const links = res.locals['languageLinks'] as { language: string; href: string }[];
  res.locals['languageLinks'] = links.map(({ language, href }) => ({
    language,
    href: `${href}&address=${encodeURIComponent(address)}`,
  }));
}
