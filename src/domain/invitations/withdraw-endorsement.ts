/**
 * Whoever endorsed takes it back, by the link of the invitation. What they said is forgotten but for the organisation's name; of a public
 * endorsement everybody learns that it was withdrawn, since awards that carry it keep what was signed.
 */
import { Problem } from '../../shared/problem.js';
import type { Endorsement, EndorsementState } from '../endorsements/endorsement.js';
import { forgotten } from '../endorsements/forgotten.js';
import { invitationOf, type InvitationDeps } from './open-invitation.js';

/** Something was said, and it has not come to an end. */
export const withdrawable: readonly EndorsementState[] = ['unconfirmed', 'given', 'accepted', 'hidden'];

/** The withdrawn one, also when it was withdrawn already. @throws Problem invitation-gone, endorsement-moved (nothing to withdraw) */
export async function withdrawEndorsement(deps: InvitationDeps, secret: string): Promise<Endorsement> {
  const { endorsement } = await invitationOf(deps, secret);
  if (endorsement.state === 'withdrawn') return endorsement;
  const at = deps.clock();
  const withdrawn = await deps.endorsements.move(endorsement.id, withdrawable, {
    state: 'withdrawn',
    endedAt: at,
    ...forgotten(endorsement),
  });
  if (!withdrawn) throw new Problem('endorsement-moved');
  return withdrawn;
}
