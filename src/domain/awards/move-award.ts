/** A teacher of an award's course moves it to another state, with a reason: what all such moves ask for and answer. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { reasonGiven } from '../courses/reason-given.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { AwardStore } from './award-store.js';
import type { Award, AwardEvent } from './award.js';
import type { TellLearner } from './tell-learner.js';

export interface MoveAwardDeps {
  awards: AwardStore;
  clock: Clock;
  /** Undefined where nobody is told of anything. */
  tellLearner?: TellLearner;
}

export interface MoveAwardInput {
  awardId: string;
  visit: Visit;
  /** 1 to 1000 characters. */
  reason: string;
}

/**
 * @param move the store's; false when the award was in no state to be moved
 * @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (facts.state: as it is now)
 */
export async function moveAward(
  deps: MoveAwardDeps,
  input: MoveAwardInput,
  what: 'suspended' | 'resumed' | 'revoked',
  move: (id: string, at: Date, reason: string, event: AwardEvent) => Promise<boolean>,
): Promise<Award> {
  const award = await awardOfTeacher(deps, input);
  const reason = reasonGiven(input.reason);
  const at = deps.clock();
  const event = { what, at, by: input.visit.person.subject, reason };
  // the activity alone tells of an offer that is taken back
  if (award.issuedAt) await deps.tellLearner?.({ award, what, at, recipient: award.recipient });
  const isMoved = await move(award.id, at, reason, event);
  const now = await deps.awards.byId(award.id);
  if (!isMoved || !now) throw new Problem('award-move-not-allowed', { facts: { state: now?.state } });
  return now;
}

/** @throws Problem not-found, not-permitted */
export async function awardOfTeacher(
  { awards }: Pick<MoveAwardDeps, 'awards'>,
  { awardId, visit }: Pick<MoveAwardInput, 'awardId' | 'visit'>,
): Promise<Award> {
  const award = await awards.byId(awardId);
  if (!award) throw new Problem('not-found');
  requireTeacher(visit, award.courseId);
  return award;
}
