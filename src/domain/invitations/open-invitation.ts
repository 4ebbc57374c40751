/** Whoever has the link opens it: what is to be endorsed, and how far it has come. */
import type { Clock } from '../../shared/clock.js';
import { hashSecret } from '../../shared/hash-secret.js';
import { looksLikeId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import { endorsedThing, type Endorsed, type EndorsedThingDeps } from '../endorsements/endorsed-thing.js';
import { isExpired, type Endorsement } from '../endorsements/endorsement.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';

export interface InvitationDeps extends EndorsedThingDeps {
  endorsements: EndorsementStore;
  clock: Clock;
}

export interface Invitation {
  endorsement: Endorsement;
  endorsed: Endorsed;
}

/** @throws Problem invitation-gone: unknown, taken back, or over before anything was said; all look alike */
export async function openInvitation(deps: InvitationDeps, secret: string): Promise<Invitation> {
  const found = await invitationOf(deps, secret);
  if (found.endorsement.state !== 'invited') return found;
  const openedAt = deps.clock();
  const { id } = found.endorsement;
  const opened = await deps.endorsements.move(id, ['invited'], { state: 'opened', openedAt });
  return opened ? { ...found, endorsement: opened } : invitationOf(deps, secret);
}

/** As openInvitation, and changes nothing. @throws as openInvitation */
export async function invitationOf(deps: InvitationDeps, secret: string): Promise<Invitation> {
  if (!looksLikeId(secret)) throw new Problem('invitation-gone', { detail: 'no link of an invitation' });
  const endorsement = await deps.endorsements.byLink(hashSecret(secret));
  if (!endorsement || endorsement.state === 'cancelled' || isExpired(endorsement, deps.clock()))
    throw new Problem('invitation-gone');
  const endorsed = await endorsedThing(deps, endorsement);
  if (!endorsed) throw new Problem('invitation-gone', { detail: 'what was to be endorsed is gone' });
  return { endorsement, endorsed };
}
