/**
 * A teacher suspends an issued award, or resumes it, each with a reason. While it is suspended it counts as revoked wherever there is no
 * other word, and nothing else but revoking can be done to it. docs/decisions/0023-correcting-and-suspending.md
 */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { reasonGiven } from '../courses/reason-given.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { AwardStore } from './award-store.js';
import type { Award } from './award.js';

interface SuspendDeps {
  awards: AwardStore;
  clock: Clock;
}

/** @param reason 1 to 1000 characters; that of a suspension is published while it lasts */
interface SuspendInput {
  awardId: string;
  visit: Visit;
  reason: string;
}

/** @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (not issued) */
export async function suspendAward(deps: SuspendDeps, input: SuspendInput): Promise<Award> {
  return moved(deps, input, 'suspended', (id, at, reason, event) =>
    deps.awards.suspend(id, at, reason, event),
  );
}

/** @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (not suspended) */
export async function resumeAward(deps: SuspendDeps, input: SuspendInput): Promise<Award> {
  return moved(deps, input, 'resumed', (id, at, _reason, event) => deps.awards.resume(id, at, event));
}

async function moved(
  deps: SuspendDeps,
  input: SuspendInput,
  what: 'suspended' | 'resumed',
  move: AwardStore['suspend'],
): Promise<Award> {
  const award = await deps.awards.byId(input.awardId);
  if (!award) throw new Problem('not-found');
  requireTeacher(input.visit, award.courseId);
  const reason = reasonGiven(input.reason);
  const at = deps.clock();
  const event = { what, at, by: input.visit.person.subject, reason };
  const isMoved = await move(award.id, at, reason, event);
  const now = await deps.awards.byId(award.id);
  if (!isMoved || !now) throw new Problem('award-move-not-allowed', { facts: { state: now?.state } });
  return now;
}
