/**
 * A teacher suspends an issued award, or resumes it, each with a reason; that of a suspension is published while it lasts. While it is
 * suspended it counts as revoked wherever there is no other word, and nothing else but revoking can be done to it.
 * docs/decisions/0023-correcting-and-suspending.md
 */
import type { Award } from './award.js';
import { moveAward, type MoveAwardDeps, type MoveAwardInput } from './move-award.js';

/** @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (not issued) */
export async function suspendAward(deps: MoveAwardDeps, input: MoveAwardInput): Promise<Award> {
  return moveAward(deps, input, 'suspended', (...move) => deps.awards.suspend(...move));
}

/** @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (not suspended) */
export async function resumeAward(deps: MoveAwardDeps, input: MoveAwardInput): Promise<Award> {
  return moveAward(deps, input, 'resumed', (id, at, _reason, event) => deps.awards.resume(id, at, event));
}
