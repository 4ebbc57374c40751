/**
 * An institution gets new signing keys because an administrator asks for them; the schedule does it too: renew-due-keys.ts. What the
 * old ones signed verifies as before: they stay published.
 */
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import type { InstitutionStore } from './institution-store.js';
import type { SigningKeys } from './signing-keys.js';

export interface RenewKeysDeps {
  institutions: Pick<InstitutionStore, 'byId'>;
  keys: SigningKeys;
}

export interface RenewKeysInput {
  institutionId: string;
  /** The keys that were in use when it was decided: a decision that comes twice renews once. */
  keyIds: readonly string[];
  isSure: boolean;
}

/** @throws Problem not-found, request-invalid (facts.fields.sure) when it was not confirmed */
export async function renewKeys(deps: RenewKeysDeps, input: RenewKeysInput): Promise<void> {
  const { institutionId, keyIds, isSure } = input;
  if (!(await deps.institutions.byId(institutionId)))
    throw new Problem('not-found', { detail: 'no such institution' });
  if (!isSure) throw formProblem({ sure: 'required' });
  await deps.keys.renew(institutionId, keyIds);
}
