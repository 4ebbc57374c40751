/** A teacher of the award's course revokes it, with a reason. Page, status list, OB 2.0 document and verification follow from the state. */
import type { Award } from './award.js';
import { moveAward, type MoveAwardDeps, type MoveAwardInput } from './move-award.js';

/** @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (revoked already) */
export async function revokeAward(deps: MoveAwardDeps, input: MoveAwardInput): Promise<Award> {
  return moveAward(deps, input, 'revoked', (...move) => deps.awards.revoke(...move));
}
