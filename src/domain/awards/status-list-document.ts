/** The signed status list as served: rebuilt when an award of it was revoked since. https://www.w3.org/TR/vc-bitstring-status-list/ */
import { Problem } from '../../shared/problem.js';
import type { Clock } from '../../shared/clock.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { SigningKeys } from '../institutions/signing-keys.js';
import type { AwardStore } from './award-store.js';
import type { StatusListStore } from './status-list-store.js';

export interface StatusListDocumentDeps {
  awards: AwardStore;
  statusLists: StatusListStore;
  institutions: InstitutionStore;
  keys: SigningKeys;
  clock: Clock;
  base: string;
}

/** The JSON text of the BitstringStatusListCredential and its strong ETag (with quotes); undefined for an unknown list. */
export async function statusListDocument(
  deps: StatusListDocumentDeps,
  listId: string,
): Promise<{ credential: string; etag: string } | undefined> {
  await deps.statusLists.byId(listId);
  throw new Problem('unexpected');
}
