/** A teacher of the award's course has looked at what has changed and lets the award, or its offer, stand, with a reason. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { AwardStore, ReviewWrite } from '../awards/award-store.js';
import { openReview, type AwardReview } from '../awards/award-review.js';
import type { Award } from '../awards/award.js';
import { awardOfTeacher } from '../awards/move-award.js';
import { reasonGiven } from '../courses/reason-given.js';
import type { Visit } from '../courses/visit.js';

/**
 * It stays so until what has changed changes again.
 * @param input.seen `reviewWrites` of the award as the teacher saw it
 * @param input.reason 1 to 1000 characters
 * @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (no review is open, or
 * it is not the one that the teacher saw)
 */
export async function keepAward(
  deps: { awards: AwardStore; clock: Clock },
  input: { awardId: string; visit: Visit; seen: number; reason: string },
): Promise<void> {
  const { visit, seen } = input;
  const award = await awardOfTeacher(deps, input);
  const reason = reasonGiven(input.reason);
  const review = openReview(award);
  if (!review || award.reviewWrites !== seen) throw moved(award);
  const write = keptFor(award, review, { visit, at: deps.clock(), reason });
  if (!(await deps.awards.writeReview(award.id, seen, write))) throw moved(award);
}

/** What lets the award stand. @param decision.reason as it is kept */
export function keptFor(
  { missing }: Award,
  review: AwardReview,
  { visit, at, reason }: { visit: Visit; at: Date; reason: string },
): ReviewWrite {
  const { subject, name } = visit.person;
  return {
    missing,
    review: { ...review, state: 'kept', decision: { by: { subject, name }, at, reason } },
    event: { what: 'kept', at, by: subject, reason },
  };
}

const moved = ({ state }: Award): Problem => new Problem('award-move-not-allowed', { facts: { state } });
