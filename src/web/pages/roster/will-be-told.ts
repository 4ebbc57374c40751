/** Before a teacher changes an award: whether the learner will be told by e-mail, in words. */
import type { Request } from 'express';
import type { Award } from '../../../domain/awards/award.js';
import { learnerIsTold } from '../../../domain/notices/learner-is-told.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';

/** @param reasonTold the message holds the teacher's reason */
export async function willBeTold(
  services: WebServices,
  req: Request,
  award: Award,
  reasonTold = true,
): Promise<string> {
  const words = wordsIn(req, 'notices');
  // of an offer that is taken back no message goes out
  if (!award.issuedAt) return words('will.takeBack');
  const how = await learnerIsTold(services, award.recipient);
  return words(how === 'told' && !reasonTold ? 'will.toldWithoutReason' : `will.${how}`);
}
