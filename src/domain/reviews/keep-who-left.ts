/**
 * A teacher lets the awards stand of all who have left the course and of whom nothing else has changed: at the end of a term
 * that is a whole class.
 */
import type { Clock } from '../../shared/clock.js';
import { takingTurns } from '../../shared/taking-turns.js';
import type { AwardStore } from '../awards/award-store.js';
import { hasOnlyLeft } from '../awards/award-review.js';
import { reasonGiven } from '../courses/reason-given.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import { keptFor } from './keep-award.js';

/** Writes on their way to the database at once. */
const writtenAtOnce = 8;

/**
 * @param input.until when the last of those that the teacher saw was noticed: whoever left later is looked at by itself
 * @param input.reason 1 to 1000 characters
 * @returns how many are kept now
 * @throws Problem not-permitted, request-invalid (facts.fields.reason)
 */
export async function keepWhoLeft(
  deps: { awards: AwardStore; clock: Clock },
  input: { visit: Visit; microCredential: MicroCredential; until: Date; reason: string },
): Promise<number> {
  const { visit, microCredential, until } = input;
  requireTeacher(visit, microCredential.courseId);
  const reason = reasonGiven(input.reason);
  const at = deps.clock();
  const all = await deps.awards.ofMicroCredential(microCredential.id);
  const inTurn = takingTurns(writtenAtOnce);
  const kept = await Promise.all(
    all.map(async (award) => {
      const { review } = award;
      if (award.platformId !== visit.platformId || !review || !hasOnlyLeft(award)) return false;
      if (review.since > until) return false;
      const write = keptFor(award, review, { visit, at, reason });
      return inTurn(() => deps.awards.writeReview(award.id, award.reviewWrites, write));
    }),
  );
  return kept.filter(Boolean).length;
}
