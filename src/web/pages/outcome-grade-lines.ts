/** The grades of outcomes that are proven by themselves, in the order of the definition: "15 of 20". */
import type { Request } from 'express';
import type { OutcomeGrade } from '../../domain/awards/carried-grade.js';
import type { Definition } from '../../domain/micro-credentials/definition.js';
import { numberIn, wordsIn, writtenText } from './words-of.js';

interface OutcomeGradeLine {
  outcome: { text: string; lang?: string };
  grade: string;
}

/** Undefined where there is none. */
export function outcomeGradeLines(
  req: Request,
  { outcomes, language }: Definition,
  grades: readonly OutcomeGrade[] | undefined,
): OutcomeGradeLine[] | undefined {
  if (!grades) return undefined;
  return outcomes.flatMap(({ id, text }) => {
    const found = grades.find(({ outcomeId }) => outcomeId === id);
    return found ? [{ outcome: writtenText(req, text, language), grade: outcomeGradeText(req, found) }] : [];
  });
}

export function outcomeGradeText(req: Request, { score, maximum }: OutcomeGrade): string {
  const number = numberIn(req);
  return wordsIn(req, 'award')('grade', { score: number(score), maximum: number(maximum) });
}
