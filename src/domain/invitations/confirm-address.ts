/**
 * Whoever opened the message that was sent to the address they gave confirms it. Opening the link alone changes nothing, since mail
 * programs open links by themselves.
 */
import { hashSecret } from '../../shared/hash-secret.js';
import { looksLikeId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { Endorsement } from '../endorsements/endorsement.js';
import type { InvitationDeps } from './open-invitation.js';
import { tellWhoDecides, type TellWhoDecidesDeps } from './tell-who-decides.js';

/** Of the address its domain alone is told. */
export function confirmedByEmail(
  email = '',
): Extract<NonNullable<Endorsement['confirmed']>, { by: 'email' }> {
  return { by: 'email', domain: email.slice(email.lastIndexOf('@') + 1).toLowerCase() };
}

/** Who opened the message, by its code; a second click finds it confirmed. Who can accept it is told. @throws Problem invitation-gone, endorsement-moved */
export async function confirmAddress(
  deps: InvitationDeps & TellWhoDecidesDeps,
  code: string,
): Promise<Endorsement> {
  const found = await withCode(deps, code);
  if (isConfirmed(found)) return found;
  const { id, said, confirmation } = stillUnconfirmed(deps, found);
  const confirmed = confirmedByEmail(said?.speaker?.email);
  // what was said anew meanwhile names another address, which this message did not reach
  const change = { state: 'given', confirmed } as const;
  const given = await deps.endorsements.move(id, ['unconfirmed'], change, { confirmation });
  if (given) await tellWhoDecides(deps, given);
  const now = given ?? (await withCode(deps, code));
  if (!isConfirmed(now)) throw new Problem('endorsement-moved');
  return now;
}

/**
 * The endorsement that the code of a message leads to, with `confirmed` once the address is. Changes nothing.
 * @throws Problem invitation-gone: unknown, replaced by a newer one, withdrawn, or too late
 */
export async function openConfirmation(deps: InvitationDeps, code: string): Promise<Endorsement> {
  const found = await withCode(deps, code);
  return isConfirmed(found) ? found : stillUnconfirmed(deps, found);
}

async function withCode({ endorsements }: InvitationDeps, code: string): Promise<Endorsement | undefined> {
  return looksLikeId(code) ? endorsements.byConfirmation(hashSecret(code)) : undefined;
}

const isConfirmed = (found: Endorsement | undefined): found is Endorsement =>
  found?.confirmed?.by === 'email';

function stillUnconfirmed({ clock }: InvitationDeps, found: Endorsement | undefined): Endorsement {
  if (found?.state !== 'unconfirmed' || found.expiresAt <= clock()) throw new Problem('invitation-gone');
  return found;
}
