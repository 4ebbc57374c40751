/** The records that the learner's page offers, and what they leave out. */
import type { Request } from 'express';
import type { Stack } from '../../../domain/awards/learner-stacks.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { numberIn, wordsIn } from '../words-of.js';
import { heldByOwner } from './own-record.js';

/** Undefined where there is none. */
export async function viewRecords(services: WebServices, req: Request) {
  const { whole, stacks } = await heldByOwner(services, req);
  if (!whole) return undefined;
  const words = wordsIn(req, 'learner');
  const number = numberIn(req);
  const base = `/visits/${visitOf(req).id}/award`;
  const told = (awards: number, leftOut: number) => ({
    count: number(awards),
    total: number(awards + leftOut),
  });
  const textOf = ({ towards, awards, leftOut }: Stack): string =>
    words(leftOut > 0 ? 'award.stackDownloadPart' : 'award.stackDownload', {
      name: towards,
      ...told(awards.length, leftOut),
    });
  return {
    href: `${base}/record.json`,
    hint: words(
      whole.leftOut > 0 ? 'award.recordHintPart' : 'award.recordHint',
      told(whole.awards.length, whole.leftOut),
    ),
    stacks: stacks.map((stack) => ({
      href: `${base}/stack.json?towards=${encodeURIComponent(stack.towards)}`,
      text: textOf(stack),
    })),
  };
}
