/** Whether a learner has been told by e-mail of an offer, or of what became of an award, in words: the teacher may have to tell it. */
import type { Request } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { isOfferedInPerson } from '../../../domain/awards/new-offer.js';
import type { RosterRow } from '../../../domain/awards/roster-desk.js';
import { lastChange } from '../../../domain/notices/change-stands.js';
import type { Notice } from '../../../domain/notices/notice.js';
import type { NoticeKey } from '../../../domain/notices/notice-store.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';

/** Sentences by subject; none for those whom no message is for. */
export async function toldByMail(
  { notices }: Pick<WebServices, 'notices'>,
  req: Request,
  rows: readonly RosterRow[],
): Promise<Map<string, string>> {
  const asked = rows.flatMap((row) => noticeKeyOf(row) ?? []);
  const found = (await notices?.of(asked)) ?? [];
  const awards = new Map(rows.map(({ subject, award }) => [subject, award]));
  return new Map(found.map((notice) => [notice.subject, textOf(req, notice, awards.get(notice.subject))]));
}

/** Of what the row shows: an offer, a correction that waits, a suspension, or the end of the award. */
function noticeKeyOf({ award, correction, former }: RosterRow): NoticeKey | undefined {
  if (award?.state === 'offered') return award;
  if (correction) {
    return { ...correction, about: { awardId: correction.id, what: 'corrected', at: correction.offeredAt } };
  }
  const last = award ?? former;
  if (last?.state !== 'suspended' && last?.state !== 'revoked') return undefined;
  const change = lastChange(last);
  return change && { ...last, about: { awardId: last.id, ...change } };
}

function textOf(
  req: Request,
  { state, endedAt, createdAt, about }: Notice,
  award: Award | undefined,
): string {
  const inPerson = state === 'needless' && !about && award && isOfferedInPerson(award);
  const how = inPerson ? 'inPerson' : state;
  return wordsIn(req, 'notices')(`told.${how}`, { date: dayIn(req)(endedAt ?? createdAt) });
}
