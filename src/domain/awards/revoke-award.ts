/**
 * A teacher of the award's course revokes it, with a reason. Page, status list, OB 2.0 document and verification follow from the state.
 * docs/decisions/0032-earning-anew-after-a-revocation.md
 */
import type { Award } from './award.js';
import { moveAward, type MoveAwardDeps, type MoveAwardInput } from './move-award.js';

/**
 * @param input.holdsBack newer versions are not offered to the learner before a teacher does
 * @throws Problem not-found, not-permitted, request-invalid (facts.fields.reason), award-move-not-allowed (revoked already)
 */
export async function revokeAward(
  deps: MoveAwardDeps,
  input: MoveAwardInput & { holdsBack?: boolean },
): Promise<Award> {
  const holdsBack = input.holdsBack ? true : undefined;
  return moveAward(deps, input, 'revoked', (...move) => deps.awards.revoke(...move, holdsBack));
}
