/** What a jury decided on a learner's portfolio, in words for the teacher. */
import type { Request } from 'express';
import type { JuryWord } from '../../../domain/evidence/jury-decision-store.js';
import { dayIn, wordsIn } from '../words-of.js';

export function juryText(req: Request, word: JuryWord): string {
  const { state, examiners, decidedOn, reasons, recordedBy, at } = word;
  const day = dayIn(req);
  return wordsIn(req, 'jury')(`told.${state}`, {
    one: examiners[0],
    two: examiners[1],
    date: day(new Date(decidedOn)),
    reasons,
    who: recordedBy.name ?? recordedBy.subject,
    recorded: day(at),
  });
}
