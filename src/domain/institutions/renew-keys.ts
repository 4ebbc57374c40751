/** An administrator gives an institution new signing keys. What the old ones signed verifies as before: they stay published. */
import { Problem } from '../../shared/problem.js';
import type { InstitutionStore } from './institution-store.js';
import type { SigningKeys } from './signing-keys.js';

/** @throws Problem not-found */
export async function renewKeys(
  deps: { institutions: InstitutionStore; keys: SigningKeys },
  institutionId: string,
): Promise<void> {
  if (!(await deps.institutions.byId(institutionId)))
    throw new Problem('not-found', { detail: 'no such institution' });
  await deps.keys.renew(institutionId);
}
