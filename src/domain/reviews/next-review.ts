/** What a look at an award leaves for its review. Pure. docs/decisions/0017-reviews-after-the-award.md */
import { byItself } from '../awards/new-offer.js';
import type { ReviewWrite } from '../awards/award-store.js';
import type { Award } from '../awards/award.js';
import { areAmong, inCourse, type AwardReview, type FactChange } from '../awards/award-review.js';
import type { SeenAward } from './seen-award.js';

/** When a look was, and when the last one was over that saw everybody. */
export interface Look {
  at: Date;
  before?: Date;
}

/** Undefined where there is nothing to write. */
export function nextReview(award: Award, seen: SeenAward, look: Look): ReviewWrite | undefined {
  if (seen.verdict !== 'not-met') return afterNoChange(award, seen, look);
  if (seen.isMissing && !wasMissingBefore(award, seen, look)) {
    // another process may have noticed it at this very moment: that is one answer, not two
    if (award.missing && areSame(award.missing.changes, seen.changes)) return undefined;
    return { missing: { changes: seen.changes, since: look.at }, review: award.review };
  }
  return afterChange(award, seen, look);
}

/** The look before this one has found it missing, too. */
function wasMissingBefore({ missing, review }: Award, { changes }: SeenAward, { before }: Look): boolean {
  // what a review is about already was believed then
  if (review && review.state !== 'ended' && areAmong(changes, review.changes)) return true;
  return missing !== undefined && areSame(missing.changes, changes) && !!before && before >= missing.since;
}

function afterChange(award: Award, seen: SeenAward, { at }: Look): ReviewWrite | undefined {
  const { review } = award;
  const { changes, kind, now } = seen;
  const opened: AwardReview = { state: 'open', kind, since: at, changes, now };
  if (review?.state === 'open') return whileOpen(award, review, opened);
  if (review?.state === 'kept' && areAmong(changes, review.changes))
    return written(award, withoutWhatHolds(review, seen));
  return { review: opened, event: event('review-opened', at) };
}

function whileOpen(award: Award, review: AwardReview, found: AwardReview): ReviewWrite | undefined {
  if (!hasLeft(found.changes)) return written(award, areSame(found.changes, review.changes) ? review : found);
  // of somebody who is away nothing new is known: what was found before they left is still to be decided on
  const changes = hasLeft(review.changes) ? review.changes : [...review.changes, ...found.changes];
  return written(award, { ...review, changes });
}

function afterNoChange(award: Award, seen: SeenAward, { at }: Look): ReviewWrite | undefined {
  const { review, missing } = award;
  if (seen.verdict === 'met') {
    if (!review || review.state === 'ended') return missing && { review };
    return { review: { ...review, state: 'ended' }, event: event('review-ended', at) };
  }
  const isBack = missing?.changes.every(({ place }) => seen.holding.has(place)) ?? false;
  const next = review?.state === 'kept' ? withoutWhatHolds(review, seen) : review;
  return next === review && !isBack ? undefined : { missing: isBack ? undefined : missing, review: next };
}

/** What a teacher let pass, and is as it was, counts as a new change when it happens again. */
function withoutWhatHolds(review: AwardReview, { holding }: SeenAward): AwardReview {
  const changes = review.changes.filter(({ place }) => !holding.has(place));
  return changes.length === review.changes.length ? review : { ...review, changes };
}

/** Undefined where nothing differs from what the award has. */
function written({ review: before, missing }: Award, review: AwardReview): ReviewWrite | undefined {
  const isSame =
    before !== undefined && before.state === review.state && areSame(before.changes, review.changes);
  return isSame && !missing ? undefined : { review };
}

const hasLeft = (changes: readonly FactChange[]): boolean => changes.some(({ place }) => place === inCourse);

const areSame = (some: readonly FactChange[], others: readonly FactChange[]): boolean =>
  areAmong(some, others) && areAmong(others, some);

const event = (what: 'review-opened' | 'review-ended', at: Date) => ({ what, at, by: byItself });
