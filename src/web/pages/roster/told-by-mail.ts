/** Whether a learner who was offered the award has been told so by e-mail, in words: the teacher may have to tell it. */
import type { Request } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { isOfferedInPerson } from '../../../domain/awards/new-offer.js';
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
  const offers = new Map(
    rows.flatMap(({ award }) => (award?.state === 'offered' ? [[award.subject, award] as const] : [])),
  );
  const found = (await notices?.ofOffers([...offers.values()])) ?? [];
  return new Map(found.map((notice) => [notice.subject, textOf(req, notice, offers.get(notice.subject))]));
}

function textOf(req: Request, { state, endedAt, createdAt }: Notice, award: Award | undefined): string {
  const how = state === 'needless' && award && isOfferedInPerson(award) ? 'inPerson' : state;
  return wordsIn(req, 'notices')(`told.${how}`, { date: dayIn(req)(endedAt ?? createdAt) });
}
