/** Changes what is said of an institution. What it awarded before keeps what was signed then. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { type InstitutionInput, readInstitution } from './institution-input.js';
import type { InstitutionStore } from './institution-store.js';
import type { Institution } from './institution.js';

/** @throws Problem not-found, request-invalid (facts.fields) */
export async function changeInstitution(
  deps: { institutions: InstitutionStore; clock: Clock },
  input: { id: string; institution: InstitutionInput },
): Promise<Institution> {
  const before = await deps.institutions.byId(input.id);
  const read = readInstitution(input.institution, before?.identifiers);
  const changed = await deps.institutions.change(input.id, {
    ...read,
    // named even when absent, so that what was removed in the form is removed in the store
    region: read.region,
    url: read.url,
    email: read.email,
    changedAt: deps.clock(),
  });
  if (!changed) throw new Problem('not-found');
  return changed;
}
