/** A teacher of the award's course revokes it, with a reason. Page, status list, OB 2.0 document and verification follow from the state. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { reasonGiven } from '../courses/reason-given.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';

/**
 * @param input.reason 1 to 1000 characters
 * @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (revoked already)
 */
export async function revokeAward(
  deps: { awards: AwardStore; clock: Clock },
  input: { awardId: string; visit: Visit; reason: string },
): Promise<Award> {
  const award = await deps.awards.byId(input.awardId);
  if (!award) throw new Problem('not-found');
  requireTeacher(input.visit, award.courseId);
  const reason = reasonGiven(input.reason);
  const at = deps.clock();
  const event = { what: 'revoked' as const, at, by: input.visit.person.subject, reason };
  const moved = await deps.awards.revoke(award.id, at, reason, event);
  const now = await deps.awards.byId(award.id);
  if (!moved || !now) throw new Problem('award-move-not-allowed', { facts: { state: now?.state } });
  return now;
}
