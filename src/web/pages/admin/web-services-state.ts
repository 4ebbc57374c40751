/** Whether a token for the web services of a linked LMS is kept, and works as far as is known, in words, for the partial status-word. */
import type { Request } from 'express';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import type { Platform } from '../../../domain/platforms/platform.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

/** Undefined for an LMS whose web services are not asked. */
export async function webServicesState(
  { serviceTokens }: Pick<WebServices, 'serviceTokens'>,
  req: Request,
  platform: Platform,
): Promise<{ text: string; kind: string; isKept: boolean } | undefined> {
  if (!differencesOf(platform.family).records) return undefined;
  const words = wordsIn(req, 'admin');
  const since = await serviceTokens.keptSince(platform.id);
  if (!since) return { text: words('webServices.none'), kind: 'neutral', isKept: false };
  const refusal = await serviceTokens.refusal(platform.id);
  const date = dayIn(req)(refusal?.since ?? since);
  return refusal
    ? { text: words(`webServices.refusal.${refusal.reason}`, { date }), kind: 'bad', isKept: true }
    : { text: words('webServices.since', { date }), kind: 'good', isKept: true };
}

/** What the administrator has to know at first sight: the LMS refused whatever was asked of it last. */
export async function webServicesTrouble(
  { serviceTokens }: Pick<WebServices, 'serviceTokens'>,
  req: Request,
  platform: Platform,
): Promise<string | undefined> {
  const { records, label: lms } = differencesOf(platform.family);
  if (!records) return undefined;
  const refusal = await serviceTokens.refusal(platform.id);
  return refusal && wordsIn(req, 'admin')(`overview.webServices.${refusal.reason}`, { lms });
}
