/** What every view finds in its locals (language, nonce and form token are put there by their own steps). */
import type { Request, RequestHandler } from 'express';
import type { WebServices } from '../web-services.js';
import { languages } from './language.js';
import type { Words } from './words.js';

export function pageLocals(services: Pick<WebServices, 'base'>): RequestHandler {
  return (req, res, next) => {
    res.locals['base'] = services.base;
    res.locals['framed'] = false;
    res.locals['layout'] = 'layouts/page';
    res.locals['languageLinks'] = languages
      .filter((language) => language !== req.language)
      .map((language) => ({ language, href: `?lang=${language}` }));
    next();
  };
}

/** A sentence in the reader's language, for what is put together outside of the views. */
export function say(req: Request, key: string, values?: Record<string, unknown>): string {
  return (req.app.locals['words'] as Words).t(req.language, key, values);
}
