/** What was true of an award and what is true now, side by side, in the teacher's words. */
import type { Request } from 'express';
import { inCourse, type AwardReview } from '../../../domain/awards/award-review.js';
import type { Award } from '../../../domain/awards/award.js';
import { trueThen } from '../../../domain/awards/changed-facts.js';
import type { WebServices } from '../../web-services.js';
import {
  lineContext,
  linesOfConditions,
  type LineContext,
  type RequirementLine,
  type ToldOutcome,
} from '../requirement-lines.js';
import { wordsIn } from '../words-of.js';
import { decisionText } from './decision-text.js';
import { juryText } from './jury-text.js';

export interface FactRow {
  what: string;
  /** The learning outcome that it proves, where it proves one by itself. */
  outcome?: ToldOutcome;
  changed: boolean;
  then?: FactCell;
  now?: FactCell;
}

interface FactCell {
  verdict: string;
  kind: string;
  why?: string;
}

/** One a condition, and one for the course where the learner has left it; what has changed comes first. */
export async function factRows(
  services: WebServices,
  req: Request,
  award: Award,
  review: AwardReview,
): Promise<FactRow[]> {
  const words = wordsIn(req, 'review');
  const microCredential = await services.microCredentials.byId(award.microCredentialId);
  const version = microCredential?.versions.find(({ number }) => number === award.version);
  const context = lineContext(req, 'course', version?.definition);
  const before = linesOfConditions(trueThen(award).result, context);
  const decided = review.now && (await decidedNow(services, req, award));
  const now = review.now ? linesOfConditions(review.now, { ...context, ...decided }) : [];
  const isChanged = (place: number): boolean => review.changes.some((change) => change.place === place);
  const cell = (line: RequirementLine | undefined): FactCell | undefined =>
    line && cellOf(words(`verdicts.${line.verdict ?? 'unknown'}`), line.kind, line.why);
  const rows = before.map((line, place) => ({
    what: line.what,
    outcome: line.outcome,
    changed: isChanged(place),
    then: cell(line),
    now: cell(now[place]) ?? cellOf(words('verdicts.unknown'), 'wait', words('notAskedNow')),
  }));
  const left: FactRow = {
    what: words('inCourse.what'),
    changed: true,
    then: cellOf(words('inCourse.then'), 'good'),
    now: cellOf(words('inCourse.now'), 'neutral', words('inCourse.asked')),
  };
  const all = isChanged(inCourse) ? [left, ...rows] : rows;
  return all.sort((a, b) => Number(b.changed) - Number(a.changed));
}

const cellOf = (verdict: string, kind = 'neutral', why?: string): FactCell => ({ verdict, kind, why });

/** What examiner and jury say by now, in words. */
async function decidedNow(
  { confirmations, juryDecisions }: WebServices,
  req: Request,
  { microCredentialId, version, platformId, subject }: Award,
): Promise<Pick<LineContext, 'decision' | 'jury'>> {
  const [confirmation, jury] = await Promise.all([
    confirmations.of(microCredentialId, version, platformId, subject),
    juryDecisions.of(microCredentialId, version, platformId, subject),
  ]);
  return {
    decision: confirmation && decisionText(req, confirmation),
    jury: jury && juryText(req, jury),
  };
}
