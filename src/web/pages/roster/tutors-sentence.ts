/** Tells that people who are let in to a restricted activity may be no learners, where the LMS's list does not tell them apart. */
import type { Request } from 'express';
import type { RosterRow } from '../../../domain/awards/roster-desk.js';
import { conditionResults } from '../../../domain/evidence/condition-results.js';
import { differencesOf } from '../../../domain/platforms/differences/differences-of.js';
import { courseOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { lmsName } from '../lms-name.js';
import { wordsIn } from '../words-of.js';

/** Undefined where the LMS tells them apart, or nobody is let in who has not opened the activity. */
export async function tutorsSentence(
  services: WebServices,
  req: Request,
  rows: readonly RosterRow[],
): Promise<string | undefined> {
  if (!rows.some(mayBeTutor)) return undefined;
  const platform = await services.platforms.byId(courseOf(req).platformId);
  const lms = differencesOf(platform?.family ?? 'other');
  const words = wordsIn(req, 'course');
  return lms.rosterListsTutorsAsLearners ? words('roster.tutors', { lms: lmsName(words, lms) }) : undefined;
}

/** Whoever has opened it was told apart by that launch. */
const mayBeTutor = ({ result }: RosterRow): boolean =>
  result !== undefined && conditionResults(result).some(({ reason }) => reason === 'access-not-launched');
