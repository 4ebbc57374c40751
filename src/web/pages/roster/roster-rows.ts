/** One learner on the teacher's list: state and reasons in words, and what the teacher can do. */
import type { Request } from 'express';
import type { RosterDesk, RosterRow, RosterState } from '../../../domain/awards/roster-desk.js';
import type { Award } from '../../../domain/awards/award.js';
import { isUndecidedIn } from '../../../domain/awards/may-be-decided.js';
import { canBeCorrected } from '../../../domain/awards/correct-award.js';
import { oneStepAway } from '../../../domain/awards/roster-view.js';
import { openReview } from '../../../domain/awards/award-review.js';
import { addresses } from '../../../documents/addresses.js';
import type { WebServices } from '../../web-services.js';
import { lineContext, linesOfResult } from '../requirement-lines.js';
import { dayIn, wordsIn } from '../words-of.js';
import { markOf } from './chosen-marks.js';
import { decisionText } from './decision-text.js';
import { evidenceOfAward } from './evidence-of-award.js';
import { juryText } from './jury-text.js';
import { asksForExaminer, asksForJury, canBeChosen } from './many-at-once.js';

/** A form of a row that could not be read: what is wrong, and what was typed. */
export interface FaultyRow {
  subject: string;
  text: string;
  reason: string;
}

/** Colour of a state's word. */
export const kindOfState: Record<RosterState, 'good' | 'wait' | 'bad' | 'neutral'> = {
  'no-evidence': 'neutral',
  'not-met': 'neutral',
  unknown: 'wait',
  met: 'good',
  offered: 'good',
  issued: 'good',
  review: 'wait',
  suspended: 'wait',
  'taken-back': 'neutral',
  revoked: 'bad',
};

/** A state in words; where teachers look first, who meets everything waits for them, unless nobody is offered the award any more. An offer of an older version names it. */
export function stateText(
  req: Request,
  { byHand, isRetired, version }: Pick<RosterDesk, 'byHand' | 'isRetired' | 'version'>,
  { state, heldBack, award }: { state: RosterState; heldBack?: true; award?: Award },
): string {
  if (state === 'offered' && award && award.version !== version.number)
    return wordsIn(req, 'course')('roster.offeredOlder', { version: award.version });
  return (byHand || heldBack) && !isRetired && state === 'met'
    ? wordsIn(req, 'offers')('state')
    : wordsIn(req, 'course')(`roster.states.${state}`);
}

/** The name a teacher reads; without one, the LMS's own id. */
export const nameOnRoster = (req: Request, row: { subject: string; name?: string }): string =>
  row.name && row.name !== row.subject
    ? row.name
    : wordsIn(req, 'course')('roster.noName', { subject: row.subject });

/** How many are one step away; undefined where nobody is. */
export function oneStepText(req: Request, rows: RosterRow[]): string | undefined {
  const count = oneStepAway(rows);
  return count > 0 ? wordsIn(req, 'course')('roster.oneStep', { count }) : undefined;
}

/** Rows as they are shown, each with its number on the page. @param shown some of the desk's rows */
export function rosterRows(
  services: Pick<WebServices, 'base' | 'clock'>,
  req: Request,
  desk: RosterDesk,
  shown: RosterRow[],
  faulty: FaultyRow | undefined,
) {
  const now = services.clock();
  const examined = asksForExaminer(desk);
  const juried = asksForJury(desk);
  const context = lineContext(req, 'course', desk.version.definition);
  return shown.map((row, at) => {
    const name = nameOnRoster(req, row);
    const { award, former, correction, state, confirmation } = row;
    const last = award ?? former;
    const decided = !isUndecidedIn(desk.version, award);
    const review = award && openReview(award);
    const decision = confirmation && decisionText(req, confirmation);
    const jury = row.juryDecision && juryText(req, row.juryDecision);
    const evidence = evidenceOfAward(req, row, desk.versions, desk.version);
    return {
      row: at,
      subject: row.subject,
      name,
      state: stateText(req, desk, row),
      kind: kindOfState[state],
      stated: award?.recipient?.nameFrom === 'learner' || award?.recipient?.emailFrom === 'learner',
      block: row.result && !decided ? linesOfResult(row.result, { ...context, decision, jury }) : undefined,
      evidence,
      decision: (examined && row.result && !decided) || evidence?.tells.decision ? undefined : decision,
      jury: (juried && row.result && !decided) || evidence?.tells.jury ? undefined : jury,
      juryQuery:
        (juried && !decided) || jury ? new URLSearchParams({ who: row.subject }).toString() : undefined,
      mayRecordJury: juried && !decided,
      issuedOn: award?.state === 'issued' && award.issuedAt ? issuedText(req, award.issuedAt) : undefined,
      canConfirm: examined && !decided,
      confirmed: confirmation?.confirmed === true,
      mark: canBeChosen(desk, row) ? markOf(row.subject) : undefined,
      fault: faulty?.subject === row.subject ? faulty : undefined,
      // there is no form any more to keep it in
      notRecorded: faulty?.subject === row.subject && faulty.reason !== '' && !(examined && !decided),
      awardId: last?.id,
      awardUrl: last && pageOf(services.base, last),
      // where something has changed, the page that shows it is the one to decide on
      canCorrect: award !== undefined && !correction && !review && canBeCorrected(award, now),
      correctedFor: correctionText(req, correction),
      correctionId: correction?.id,
      canSuspend: award?.state === 'issued',
      canResume: award?.state === 'suspended',
      suspendedFor: suspendedText(req, row),
      canRevoke: award !== undefined && award.state !== 'revoked' && !review,
      revokeKey: state === 'offered' ? 'course:roster.takeBack' : 'course:roster.revoke',
      revokedFor: revokedText(req, row),
      beside: row.beside?.map((one) => besideLine(services.base, req, one)),
      heldBack: row.heldBack && state !== 'met',
      reviewing: review && wordsIn(req, 'review')(`kinds.${review.kind}`),
      reviewed: last?.review !== undefined && !review,
      keptFor: keptText(req, row),
    };
  });
}

const issuedText = (req: Request, at: Date): string =>
  wordsIn(req, 'course')('roster.issuedOn', { date: dayIn(req)(at) });

function keptText(req: Request, { award }: RosterRow): string | undefined {
  const { state, decision } = award?.review ?? {};
  if (award?.state === 'revoked' || state !== 'kept' || !decision) return undefined;
  const { by, at, reason } = decision;
  return wordsIn(req, 'review')('keptBy', { who: by.name ?? by.subject, date: dayIn(req)(at), reason });
}

function correctionText(req: Request, correction: Award | undefined): string | undefined {
  const reason = correction?.correction?.reason;
  if (!correction || reason === undefined) return undefined;
  const date = dayIn(req)(correction.offeredAt);
  return wordsIn(req, 'course')('roster.correctionOffered', { date, reason });
}

function suspendedText(req: Request, { award }: RosterRow): string | undefined {
  if (!award?.suspension) return undefined;
  const { at, reason } = award.suspension;
  return wordsIn(req, 'course')('roster.suspendedOn', { date: dayIn(req)(at), reason });
}

function revokedText(req: Request, { award, former }: RosterRow): string | undefined {
  return award ? endedText(req, award) : formerText(req, former);
}

/** Of a revoked award, and of an offer that was taken back. */
export function endedText(
  req: Request,
  { revokedAt, revocationReason: reason, issuedAt }: Award,
): string | undefined {
  if (!revokedAt) return undefined;
  const date = dayIn(req)(revokedAt);
  return wordsIn(req, 'course')(issuedAt ? 'roster.revokedOn' : 'roster.takenBackOn', { date, reason });
}

/** Address of its public page; awards of a list come without their documents, so `isPublished` cannot tell here. */
export const pageOf = (base: string, { id, issuedAt }: Award): string | undefined =>
  issuedAt && addresses(base).award(id);

/** That an award of another version was revoked, and where it is read. */
export function besideLine(base: string, req: Request, award: Award): { text: string; url?: string } {
  const date = award.revokedAt && dayIn(req)(award.revokedAt);
  return {
    text: wordsIn(req, 'course')('roster.besideRevoked', { version: award.version, date }),
    url: pageOf(base, award),
  };
}

/** What became of the award of an older version. */
export function formerText(req: Request, former: Award | undefined): string | undefined {
  if (!former?.revokedAt) return undefined;
  const { revokedAt, revocationReason: reason, version, issuedAt } = former;
  const date = dayIn(req)(revokedAt);
  return wordsIn(req, 'course')(issuedAt ? 'roster.formerRevoked' : 'roster.formerTakenBack', {
    version,
    date,
    reason,
  });
}
