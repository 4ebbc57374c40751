/** Saves what a teacher changed in a draft. A save made from an older page is refused instead of overwriting. */
import type { Clock } from '../../shared/clock.js';
import { fieldFaults, formProblem, type FieldFaults } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import { changedElsewhere } from './changed-elsewhere.js';
import { draftDefinition, type DraftDefinition } from './definition.js';
import type { MicroCredentialStore } from './micro-credential-store.js';
import type { MicroCredential } from './micro-credential.js';

export interface SaveDraftDeps {
  microCredentials: MicroCredentialStore;
  clock: Clock;
}

/**
 * Fields that `changes` does not name stay; a field named with undefined is emptied. Anything may be missing, shapes are checked.
 * @param input.revision the revision the page was made from
 * @throws Problem not-found, request-invalid (facts.fields), micro-credential-changed-elsewhere (facts.current: revision
 * now), micro-credential-changed-elsewhere as well when the draft was published meanwhile
 */
export async function saveDraft(
  deps: SaveDraftDeps,
  input: { id: string; revision: number; changes: Partial<DraftDefinition>; by: string },
): Promise<MicroCredential> {
  const found = await deps.microCredentials.byId(input.id);
  if (!found) throw new Problem('not-found');
  if (!found.draft || found.revision !== input.revision) throw changedElsewhere(found.revision);
  const definition = read({ ...found.draft.definition, ...input.changes });
  const saved = await deps.microCredentials.saveDraft(input.id, input.revision, {
    definition,
    changedAt: deps.clock(),
    changedBy: input.by,
  });
  if (saved) return saved;
  throw changedElsewhere((await deps.microCredentials.byId(input.id))?.revision);
}

function read(fields: object): DraftDefinition {
  const parsed = draftDefinition.safeParse(fields, { reportInput: true });
  if (!parsed.success) throw formProblem(fieldFaults(parsed.error));
  const faults: FieldFaults = {
    ...repeated('outcomes', parsed.data.outcomes),
    ...repeated('assessments', parsed.data.assessments),
  };
  if (Object.keys(faults).length > 0) throw formProblem(faults);
  return parsed.data;
}

/** Two parts with one id could not be told apart. */
function repeated(field: string, parts: { id: string }[]): FieldFaults {
  const faults: FieldFaults = {};
  parts.forEach(({ id }, index) => {
    if (parts.findIndex((part) => part.id === id) < index) faults[`${field}.${index}.id`] = 'repeated';
  });
  return faults;
}
