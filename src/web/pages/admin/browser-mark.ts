/** The cookie of a browser in which the administrator's password was given rightly (src/domain/institutions/known-browser.ts). */
import type { Response } from 'express';
import { markBrowser } from '../../../domain/institutions/known-browser.js';
import { setCookie } from '../../middleware/cookies.js';
import type { WebServices } from '../../web-services.js';

export const markCookie = '__Host-acquis-known';

/** Gives the browser a new mark. */
export async function keepMark(services: WebServices, res: Response): Promise<void> {
  const made = await markBrowser(services);
  if (made) setCookie(res, markCookie, made.mark, made.expiresAt);
}
