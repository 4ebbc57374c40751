/** Group "assessments": M9 type of each assessment, its criterion, and O2 its supervision. */
import type { Assessment, DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import { assessmentTypeCodes, supervisionCodes } from '../../../../domain/micro-credentials/vocabularies.js';
import type { FormValues, GroupReading } from './group.js';
import { readValues } from './read-values.js';
import { idOfRow, idsTaken, rowsSent } from './rows.js';

/** Rows whose texts are all empty are left out: that is how a row is removed without a script. */
export function readAssessments(values: FormValues, draft: DraftDefinition): GroupReading {
  const read = readValues(values);
  const taken = idsTaken(values, 'assessment', draft.assessments);
  const assessments: Assessment[] = [];
  for (const row of rowsSent(values, 'assessment')) {
    const at = (part: string): string => `assessment-${row}-${part}`;
    const name = read.text(at('name'));
    const criterion = read.text(at('criterion'), 5000);
    const type = read.choice(at('type'), assessmentTypeCodes);
    const supervision = read.choice(at('supervision'), supervisionCodes);
    if (!name && !criterion && !type) continue;
    const id = idOfRow(read.text(at('id'), 40), 'a', taken);
    assessments.push({ id, name, criterion, type, supervision });
  }
  return { changes: { assessments }, faults: read.faults };
}

export function showAssessments(draft: DraftDefinition): Record<string, string> {
  const values: Record<string, string> = {};
  draft.assessments.forEach((assessment, row) => {
    values[`assessment-${row}-id`] = assessment.id;
    values[`assessment-${row}-name`] = assessment.name;
    values[`assessment-${row}-criterion`] = assessment.criterion;
    values[`assessment-${row}-type`] = assessment.type ?? '';
    values[`assessment-${row}-supervision`] = assessment.supervision ?? '';
  });
  return values;
}
