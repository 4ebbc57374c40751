/**
 * /notices/:code, the address in each message: whoever has it ends the messages to that e-mail address, or wants them again. Opening it
 * changes nothing, since mail programs open links by themselves. One click of a mail program: https://www.rfc-editor.org/rfc/rfc8058
 */
import { Router, type Request, type Response } from 'express';
import { areNoticesWanted, changeNotices } from '../../../domain/notices/stop-notices.js';
import { formText } from '../../forms/form-body.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';

export function noticePages(services: WebServices): Router {
  const router = Router();

  const show = async (req: Request, res: Response, code: string): Promise<void> => {
    const wanted = await areNoticesWanted(services, code);
    res.render('notices', { title: wordsIn(req, 'notices')('title'), code, wanted });
  };

  router.use('/notices/:code', (_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    next();
  });
  router.get('/notices/:code', async (req, res) => show(req, res, req.params.code));
  // no form token: who posts here has the address, which a foreign page cannot have
  router.post('/notices/:code', async (req, res) => {
    const { code } = req.params;
    await changeNotices(services, { code, wanted: formText(req, 'wanted') === 'yes' });
    // mail programs do not follow redirects here
    if (formText(req, 'List-Unsubscribe') === 'One-Click') await show(req, res, code);
    else res.redirect(303, `/notices/${code}`);
  });
  return router;
}
