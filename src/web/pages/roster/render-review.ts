/** The page of a review: what was true and what is true now, what has happened, and, while it is open, the two decisions. */
import type { Request, Response } from 'express';
import { openReview, type AwardReview } from '../../../domain/awards/award-review.js';
import type { Award, AwardEvent } from '../../../domain/awards/award.js';
import { trueThen } from '../../../domain/awards/changed-facts.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';
import { nameOfHolder } from './award-of-course.js';
import { factRows } from './fact-rows.js';
import { endedText } from './roster-rows.js';
import { willBeTold } from './will-be-told.js';

export interface ReviewPage {
  /** Which form could not be read, and why. */
  fault?: { field: 'keepReason' | 'revokeReason'; text: string };
  keepReason?: string;
  revokeReason?: string;
  /** Ticked, where the form comes back. */
  holdsBack?: boolean;
  /** Something has changed since the teacher saw it. */
  changed?: boolean;
}

/** The status is the caller's. @throws Problem not-found for an award that was never in review */
export async function renderReview(
  services: WebServices,
  req: Request,
  res: Response,
  award: Award,
  page: ReviewPage = {},
): Promise<void> {
  const { review } = award;
  if (!review) throw new Problem('not-found', { detail: 'review' });
  const words = wordsIn(req, 'review');
  const inRoster = wordsIn(req, 'course');
  const name = nameOfHolder(req, award);
  const offered = award.state === 'offered';
  const { fault } = page;
  const open = openReview(award);
  res.render('review-award', {
    ...page,
    wide: true,
    title: words(open ? (offered ? 'titleOffer' : 'title') : 'titleClosed', { name }),
    what: words(`kinds.${review.kind}`),
    until: open && words(offered ? 'untilOffer' : 'until'),
    closed: open ? undefined : closedText(req, award, review),
    changed: page.changed && words('changed'),
    errors: fault && [{ field: fault.field, text: fault.text }],
    keepFault: fault?.field === 'keepReason' ? fault.text : undefined,
    revokeFault: fault?.field === 'revokeReason' ? fault.text : undefined,
    then: { title: words(thenKey(award)), date: dayIn(req)(trueThen(award).at), note: noteOf(req, award) },
    since: dayIn(req)(review.since),
    rows: await factRows(services, req, award, review),
    events: award.history.flatMap((event) => eventText(req, award, event) ?? []),
    awardId: award.id,
    was: seenIn(award),
    open: open !== undefined,
    canSuspend: award.state === 'issued',
    keep: {
      title: words(offered ? 'keepTitleOffer' : 'keepTitle'),
      what: words(offered ? 'keepWhatOffer' : 'keepWhat'),
      button: words(offered ? 'keepButtonOffer' : 'keepButton'),
    },
    revoke: {
      title: inRoster(offered ? 'roster.takeBack' : 'roster.revoke'),
      what: inRoster(offered ? 'roster.takeBackWarning' : 'roster.revokeWarning'),
      told: await willBeTold(services, req, award),
      hint: inRoster(offered ? 'roster.takeBackReasonHint' : 'roster.revokeReasonHint'),
      button: inRoster(offered ? 'roster.takeBackButton' : 'roster.revokeButton'),
    },
  });
}

/** What a form tells of the award that it was shown with. */
export const seenIn = ({ state, reviewWrites }: Award): string => `${state} ${reviewWrites ?? 0}`;

const thenKey = (award: Award): string =>
  trueThen(award).when === 'claimed' ? 'then.claimed' : 'then.offered';

/** Why the answer of the offer stands there for an award that was claimed. */
function noteOf(req: Request, award: Award): string | undefined {
  if (!award.issuedAt || trueThen(award).when === 'claimed') return undefined;
  return wordsIn(req, 'review')(award.claimBasis ? 'then.notTold' : 'then.notRecorded');
}

function closedText(req: Request, award: Award, { state, decision }: AwardReview): string {
  const words = wordsIn(req, 'review');
  const date = dayIn(req);
  const { suspension } = award;
  const ended = endedText(req, award);
  if (ended !== undefined) return ended;
  if (suspension) {
    const { at, reason } = suspension;
    return wordsIn(req, 'course')('roster.suspendedOn', { date: date(at), reason });
  }
  if (state === 'kept' && decision) {
    const { by, at, reason } = decision;
    return words('keptBy', { who: by.name ?? by.subject, date: date(at), reason });
  }
  return words('ended');
}

/** Undefined for what is the learner's own affair. */
function eventText(req: Request, { issuedAt }: Award, { what, at, reason }: AwardEvent): string | undefined {
  if (what === 'made-public' || what === 'made-private') return undefined;
  const told = what === 'revoked' && !issuedAt ? 'taken-back' : what;
  return wordsIn(req, 'review')(`events.${told}`, { date: dayIn(req)(at), reason });
}
