/**
 * An administrator declares that somebody else may have the private part of signing keys. Their signatures count for nothing from
 * then on, whatever date they bear; what they signed for awards is signed again (src/domain/awards/sign-next-again.ts).
 */
import { z } from 'zod';
import { type FieldFaults, formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import { checkPassword, type CheckPasswordDeps, type GivenPassword } from './check-password.js';
import type { InstitutionStore } from './institution-store.js';
import type { SigningKeys } from './signing-keys.js';

export type DeclareCompromisedDeps = CheckPasswordDeps & {
  institutions: Pick<InstitutionStore, 'byId'>;
  keys: SigningKeys;
};

export interface DeclareCompromisedInput extends GivenPassword {
  institutionId: string;
  keyIds: readonly string[];
  /** YYYY-MM-DD: since when somebody else may have had them, as far as is known. */
  since: string;
}

/**
 * The password confirms it; it cannot be taken back. Twice is as once.
 * @throws Problem not-found, request-invalid (facts.fields: keys, since, password), too-many-attempts
 */
export async function declareCompromised(
  deps: DeclareCompromisedDeps,
  input: DeclareCompromisedInput,
): Promise<void> {
  const { institutionId, keyIds } = input;
  if (!(await deps.institutions.byId(institutionId)))
    throw new Problem('not-found', { detail: 'no such institution' });
  const since = dayOf(input.since);
  const known = (await deps.keys.all(institutionId)).map(({ id }) => id);
  const faults: FieldFaults = {
    ...(keyIds.length === 0 && { keys: 'required' }),
    ...(keyIds.some((id) => !known.includes(id)) && { keys: 'unknown-choice' }),
    ...(input.since === '' ? { since: 'required' } : !since && { since: 'invalid' }),
    ...(since && since > deps.clock() && { since: 'out-of-range' }),
    ...(input.password === '' && { password: 'required' }),
  };
  if (!since || Object.keys(faults).length > 0) throw formProblem(faults);
  try {
    await checkPassword(deps, input);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== 'sign-in-failed') throw problem;
    throw formProblem({ password: 'invalid' });
  }
  await deps.keys.declareCompromised(institutionId, keyIds, since);
}

/** The day as forms write it; undefined for what is none. */
function dayOf(text: string): Date | undefined {
  return z.iso.date().safeParse(text).success ? new Date(`${text}T00:00:00Z`) : undefined;
}
