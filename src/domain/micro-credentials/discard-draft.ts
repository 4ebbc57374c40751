/** A teacher throws the draft of the next version away: what is published stays as it is, and the next draft begins from it. */
import { Problem } from '../../shared/problem.js';
import { changedElsewhere } from './changed-elsewhere.js';
import type { MicroCredentialStore } from './micro-credential-store.js';
import type { MicroCredential } from './micro-credential.js';

/**
 * One that is gone already is no fault.
 * @param input.revision the revision the page was made from: what somebody saved since is not thrown away unseen
 * @throws Problem not-found, micro-credential-not-published (nothing would be left), micro-credential-changed-elsewhere
 */
export async function discardDraft(
  deps: { microCredentials: MicroCredentialStore },
  input: { id: string; revision: number },
): Promise<MicroCredential> {
  const found = await deps.microCredentials.byId(input.id);
  if (!found) throw new Problem('not-found');
  if (found.versions.length === 0) throw new Problem('micro-credential-not-published');
  if (!found.draft) return found;
  const discarded = await deps.microCredentials.discardDraft(found.id, input.revision);
  if (discarded) return discarded;
  throw changedElsewhere((await deps.microCredentials.byId(input.id))?.revision);
}
