/** Signing in and out. Attempts are counted by the deed; here they get their words. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { signIn } from '../../../domain/institutions/sign-in.js';
import { signOut } from '../../../domain/institutions/sign-out.js';
import { Problem } from '../../../shared/problem.js';
import { formText } from '../../forms/form-body.js';
import { guardForms } from '../../forms/form-token.js';
import { formView } from '../../forms/form-view.js';
import { administratorCookie, cookieOf, formSession, setCookie } from '../../middleware/cookies.js';
import { say } from '../../middleware/page-locals.js';
import { sourceOf } from '../../middleware/source-of.js';
import type { WebServices } from '../../web-services.js';
import { keepMark, markCookie } from './browser-mark.js';
import { logOf } from '../../middleware/request-log.js';

export function signInPages(services: WebServices): Router {
  const router = Router();
  router.use('/sign-in', formSession);
  router.use(
    '/sign-in',
    guardForms(services.sessionKey, (_req, res) => `sign-in:${String(res.locals['formSession'])}`),
  );

  router.get('/sign-in', async (req, res) => {
    const ready = (await services.administrators.passwordHash()) !== undefined;
    show(req, res, { ready, isNew: req.query['new'] === '1' });
  });

  router.post('/sign-in', async (req, res) => {
    try {
      const session = await signIn(services, {
        password: formText(req, 'password'),
        source: sourceOf(req),
        browserMark: cookieOf(req, markCookie),
      });
      await keepMark(services, res);
      setCookie(res, administratorCookie, session.secret, session.expiresAt);
      res.redirect(303, ownPath(formText(req, 'to')));
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== 'sign-in-failed') throw problem;
      logOf(req).info({ code: problem.code }, 'refused');
      res.status(403);
      show(req, res, { ready: true, faults: { password: 'wrong' } });
    }
  });
  return router;
}

export function signOutHandler(services: WebServices): RequestHandler {
  return async (req, res) => {
    await signOut(services, req.administratorSecret ?? '');
    setCookie(res, administratorCookie, undefined);
    res.redirect(303, '/admin/sign-in');
  };
}

/** Only pages of the administration are gone on to: never another site. */
function ownPath(path: string): string {
  return /^\/admin(\/[A-Za-z0-9_/-]*)?$/.test(path) ? path : '/admin';
}

function show(
  req: Request,
  res: Response,
  view: { ready: boolean; isNew?: boolean; faults?: Record<string, string> },
): void {
  const to = typeof req.query['to'] === 'string' ? req.query['to'] : formText(req, 'to');
  res.render('admin-sign-in', {
    ...formView(req, { words: 'admin:signIn', names: ['password'], values: {}, faults: view.faults }),
    ready: view.ready,
    isNew: view.isNew ?? false,
    to: ownPath(to),
    title: say(req, 'admin:signIn.title'),
  });
}
