/** The first use of an installation: a password, and the institution that awards. The same link serves to choose a new password later. */
import type { Clock } from '../../shared/clock.js';
import { type FieldFaults, fieldFaults, formProblem } from '../../shared/field-faults.js';
import { hashSecret } from '../../shared/hash-secret.js';
import { looksLikeId, type NewId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { AdministratorStore, PasswordHasher } from './administrator.js';
import { type InstitutionInput, parseInstitution } from './institution-input.js';
import type { InstitutionStore } from './institution-store.js';
import type { Institution } from './institution.js';
import { normalisedPassword, passwordFault } from './password.js';
import type { SigningKeys } from './signing-keys.js';

export interface SetUpDeps {
  administrators: AdministratorStore;
  hasher: PasswordHasher;
  institutions: InstitutionStore;
  keys: SigningKeys;
  newId: NewId;
  clock: Clock;
}

/**
 * Sets the password and, while there is none, makes the institution with its keys. Where an institution exists the link
 * changes the password alone, ends every session and answers with that institution.
 * @throws Problem set-up-link-invalid (unknown, used or expired), request-invalid (facts.fields; the link stays good)
 */
export async function setUp(
  deps: SetUpDeps,
  input: { token: string; password: string; institution?: InstitutionInput },
): Promise<Institution> {
  const invalid = new Problem('set-up-link-invalid');
  const tokenHash = hashSecret(input.token);
  const now = deps.clock();
  if (!looksLikeId(input.token) || !(await deps.administrators.isSetUpToken(tokenHash, now))) throw invalid;
  const existing = (await deps.institutions.all())[0];
  const fields = readForm(input, !existing);
  // hashing takes its time: done before the link is used up, so that a crash meanwhile leaves the link good
  const hash = await deps.hasher.hash(normalisedPassword(input.password));
  if (!(await deps.administrators.takeSetUpToken(tokenHash, deps.clock()))) throw invalid;
  if (!(await deps.administrators.setFirstPassword(hash))) await deps.administrators.setPassword(hash);
  await deps.administrators.endAllSessions();
  if (existing) return existing;
  if (!fields) throw new Problem('unexpected', { detail: 'institution read without fault is absent' });
  const institution: Institution = { id: deps.newId(), ...fields, createdAt: now, changedAt: now };
  await deps.institutions.add(institution);
  await deps.keys.ensure(institution.id);
  return institution;
}

/** Faults of password and institution together, so that the form shows all of them. */
function readForm(input: { password: string; institution?: InstitutionInput }, needsInstitution: boolean) {
  const fault = passwordFault(input.password);
  const faults: FieldFaults = fault ? { password: fault } : {};
  const parsed = parseInstitution(input.institution ?? {});
  if (needsInstitution && !parsed.success) Object.assign(faults, fieldFaults(parsed.error));
  if (Object.keys(faults).length > 0) throw formProblem(faults);
  return parsed.data;
}
