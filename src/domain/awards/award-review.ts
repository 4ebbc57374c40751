/**
 * A review: what an award rests on is no longer so. A teacher looks at it and decides; until then, and if it is kept, the award
 * stands as before. It is a part of its award, so that there is one, and nothing ever happens to an award without a trace in it.
 * docs/decisions/0017-reviews-after-the-award.md
 */
import type { RuleResult } from '../evidence/verdict.js';

export type ReviewKind = 'grade-fell' | 'left-course' | 'activity-gone' | 'no-longer-holds';

/** Something that was true and is not: the same as long as nothing changes in it. */
export interface FactChange {
  /** Which condition of the rule, from left to right; `inCourse` for being in the course at all. */
  place: number;
  /** Reason and numbers, without dates: compared, never shown. */
  told: string;
}

export const inCourse = -1;

export interface AwardReview {
  /** open: waits for a teacher. kept: a teacher let it stand. ended: it holds again by itself. */
  state: 'open' | 'kept' | 'ended';
  kind: ReviewKind;
  /** When it was first seen so. */
  since: Date;
  changes: FactChange[];
  /** The rule's answer at that time; undefined of somebody who left the course. */
  now?: RuleResult;
  /** Of one that is kept. */
  decision?: { by: { subject: string; name?: string }; at: Date; reason: string };
}

/** Somebody or something that a look did not find. */
export interface Missing {
  changes: FactChange[];
  since: Date;
}

/** The review that waits for a teacher. */
export function openReview({
  state,
  review,
}: {
  state: string;
  review?: AwardReview;
}): AwardReview | undefined {
  return (state === 'offered' || state === 'issued') && review?.state === 'open' ? review : undefined;
}

/** True when an open review is about the learner having left the course, and about nothing else. */
export function hasOnlyLeft(award: { state: string; review?: AwardReview }): boolean {
  const changes = openReview(award)?.changes ?? [];
  return changes.length > 0 && changes.every(({ place }) => place === inCourse);
}

/** True when a teacher has looked at all of these changes and let the award stand. */
export function isKept({ review }: { review?: AwardReview }, changes: readonly FactChange[]): boolean {
  return review?.state === 'kept' && areAmong(changes, review.changes);
}

/** True when each of these changes is among those. */
export function areAmong(changes: readonly FactChange[], those: readonly FactChange[]): boolean {
  return changes.every(({ place, told }) => those.some((one) => one.place === place && one.told === told));
}
