/** Whether a learner who was offered the award has been told so by e-mail, in words: the teacher may have to tell it. */
import type { Request } from 'express';
import type { RosterRow } from '../../../domain/awards/roster-desk.js';
import type { Notice } from '../../../domain/notices/notice.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

/** Sentences by subject; none for those whom no message is for. */
export async function toldByMail(
  { notices }: Pick<WebServices, 'notices'>,
  req: Request,
  rows: readonly RosterRow[],
): Promise<Map<string, string>> {
  const offers = rows.flatMap(({ award }) => (award?.state === 'offered' ? [award] : []));
  const found = (await notices?.ofOffers(offers)) ?? [];
  return new Map(
    found.flatMap((notice) => {
      const text = textOf(req, notice);
      return text === undefined ? [] : [[notice.subject, text]];
    }),
  );
}

function textOf(req: Request, { state, endedAt, createdAt }: Notice): string | undefined {
  if (state === 'needless') return undefined;
  return wordsIn(req, 'notices')(`told.${state}`, { date: dayIn(req)(endedAt ?? createdAt) });
}
