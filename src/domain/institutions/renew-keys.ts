/** An administrator gives an institution new signing keys. What the old ones signed verifies as before: they stay published. */
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import type { InstitutionStore } from './institution-store.js';
import type { SigningKeys } from './signing-keys.js';

/**
 * @param input.keyIds the keys that were in use when it was decided: a decision that comes twice renews once
 * @throws Problem not-found, request-invalid (facts.fields.sure) when it was not confirmed
 */
export async function renewKeys(
  deps: { institutions: InstitutionStore; keys: SigningKeys },
  input: { institutionId: string; keyIds: readonly string[]; isSure: boolean },
): Promise<void> {
  const { institutionId, keyIds, isSure } = input;
  if (!(await deps.institutions.byId(institutionId)))
    throw new Problem('not-found', { detail: 'no such institution' });
  if (!isSure) throw formProblem({ sure: 'required' });
  await deps.keys.renew(institutionId, keyIds);
}
