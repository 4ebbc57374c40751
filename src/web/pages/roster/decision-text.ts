/** What an examiner decided on a learner, in words for the teacher. */
import type { Request } from 'express';
import type { Confirmation } from '../../../domain/evidence/confirmation-store.js';
import { dayIn, wordsIn } from '../words-of.js';

export function decisionText(req: Request, { confirmed, examiner, at, reason }: Confirmation): string {
  return wordsIn(req, 'course')(confirmed ? 'roster.confirmedBy' : 'roster.withdrawnBy', {
    examiner: examiner.name ?? examiner.subject,
    date: dayIn(req)(at),
    reason,
  });
}
