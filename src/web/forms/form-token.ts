/**
 * The form token: what a page of this session has and a foreign page cannot have. An HMAC of the session it belongs to, so
 * that nothing is stored. Sec-Fetch-Site is asked as well (Origin is no help: it is "null" under no-referrer).
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { Problem } from '../../shared/problem.js';
import { formText } from './form-body.js';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** The token of a session, named by its kind and a value that only its browser has or that only it may open. */
export function formTokenOf(sessionKey: Uint8Array, session: string): string {
  return createHmac('sha256', sessionKey).update(`form:${session}`).digest('base64url');
}

/**
 * Puts the token where the views find it and refuses a form that does not carry it.
 * @param sessionOf names the session of a request.
 * @throws Problem form-expired
 */
export function guardForms(
  sessionKey: Uint8Array,
  sessionOf: (req: Request, res: Response) => string,
): RequestHandler {
  return (req, res, next) => {
    const token = formTokenOf(sessionKey, sessionOf(req, res));
    res.locals['formToken'] = token;
    if (safeMethods.includes(req.method)) {
      next();
      return;
    }
    const site = req.get('Sec-Fetch-Site');
    const sent = Buffer.from(formText(req, '_form'));
    const same = sent.length === token.length && timingSafeEqual(sent, Buffer.from(token));
    if (!same || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      throw new Problem('form-expired', { detail: same ? 'sent from another site' : 'form token' });
    next();
  };
}
