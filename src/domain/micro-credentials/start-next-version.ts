/** Editing a published micro-credential begins the next version: a draft that starts as a copy of the newest one. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { changedElsewhere } from './changed-elsewhere.js';
import type { MicroCredentialStore } from './micro-credential-store.js';
import type { MicroCredential } from './micro-credential.js';

/**
 * The draft that is there already is kept: two teachers who begin at once get the same one.
 * @throws Problem not-found, micro-credential-not-published
 */
export async function startNextVersion(
  deps: { microCredentials: MicroCredentialStore; clock: Clock },
  input: { id: string; by: string },
): Promise<MicroCredential> {
  const found = await deps.microCredentials.byId(input.id);
  if (!found) throw new Problem('not-found');
  if (found.draft) return found;
  const newest = found.versions.at(-1);
  if (!newest) throw new Problem('micro-credential-not-published');
  const saved = await deps.microCredentials.saveDraft(found.id, found.revision, {
    definition: structuredClone(newest.definition),
    changedAt: deps.clock(),
    changedBy: input.by,
  });
  if (saved) return saved;
  const now = await deps.microCredentials.byId(input.id);
  if (now?.draft) return now;
  throw changedElsewhere(now?.revision);
}
