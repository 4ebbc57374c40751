/** Whether a token for the web services of a linked LMS is kept, in words, for the partial status-word. */
import type { Request } from 'express';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import type { Platform } from '../../../domain/platforms/platform.js';
import { say } from '../../middleware/page-locals.js';
import type { WebServices } from '../../web-services.js';
import { dayIn } from '../words-of.js';

/** Undefined for an LMS whose web services are not asked. */
export async function webServicesState(
  { serviceTokens }: Pick<WebServices, 'serviceTokens'>,
  req: Request,
  platform: Platform,
): Promise<{ text: string; kind: string; isKept: boolean } | undefined> {
  if (!differencesOf(platform.family).records) return undefined;
  const since = await serviceTokens.keptSince(platform.id);
  return since
    ? { text: say(req, 'admin:webServices.since', { date: dayIn(req)(since) }), kind: 'good', isKept: true }
    : { text: say(req, 'admin:webServices.none'), kind: 'neutral', isKept: false };
}
