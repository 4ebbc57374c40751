/** The endorsements, from the invitation on, that somebody may see and decide on: of a micro-credential, or of the institution itself. */
import { Problem } from '../../shared/problem.js';
import type { EndorsedThing, Endorsement } from '../endorsements/endorsement.js';
import type { EndorsementStore } from '../endorsements/endorsement-store.js';

/** What a teacher or an administrator decides on: a micro-credential in all its versions, or the institution itself. */
export type Scope = Omit<EndorsedThing, 'version'>;

interface Deps {
  endorsements: EndorsementStore;
}

/** Newest invitation first. */
export function endorsementsIn({ endorsements }: Deps, scope: Scope): Promise<Endorsement[]> {
  const { institutionId, microCredentialId } = scope;
  return microCredentialId === undefined
    ? endorsements.about({ institutionId })
    : endorsements.ofMicroCredential(microCredentialId);
}

/** How many were given and wait for a decision. */
export async function waitingIn(deps: Deps, scope: Scope): Promise<number> {
  return (await endorsementsIn(deps, scope)).filter(({ state }) => state === 'given').length;
}

/** @throws Problem not-found: unknown, or of another micro-credential or institution */
export async function endorsementOf({ endorsements }: Deps, scope: Scope, id: string): Promise<Endorsement> {
  const found = await endorsements.byId(id);
  const isTheirs =
    found?.institutionId === scope.institutionId && found.microCredentialId === scope.microCredentialId;
  if (!found || !isTheirs) throw new Problem('not-found', { detail: 'no endorsement of this' });
  return found;
}
