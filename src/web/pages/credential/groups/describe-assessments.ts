/** Fields of the group "assessments": as many rows as there are, and one spare. */
import { assessmentTypes, supervisionKinds } from '../../../../domain/micro-credentials/vocabularies.js';
import type { GroupContext } from './group-context.js';
import { rowsToShow } from './rows.js';
import { choicesOf, type Section } from './section.js';

export function describeAssessments({ draft, typed, language, words }: GroupContext): Section[] {
  const choose = { value: '', label: words('form.choose') };
  return rowsToShow(draft.assessments.length, 'assessment', typed).map((row) => ({
    legend: words('assessments.one', { number: row + 1 }),
    fields: [
      { kind: 'hidden', name: `assessment-${row}-id`, label: '' },
      {
        kind: 'text',
        name: `assessment-${row}-name`,
        label: words('assessments.name'),
        hint: words('assessments.nameHint'),
        lang: draft.language,
      },
      {
        kind: 'choice',
        name: `assessment-${row}-type`,
        label: words('assessments.type'),
        choices: [choose, ...choicesOf(assessmentTypes, language)],
        short: true,
      },
      {
        kind: 'choice',
        name: `assessment-${row}-supervision`,
        label: words('assessments.supervision'),
        optional: true,
        choices: [choose, ...choicesOf(supervisionKinds, language)],
        short: true,
      },
      {
        kind: 'long-text',
        name: `assessment-${row}-criterion`,
        label: words('assessments.criterion'),
        hint: words('assessments.criterionHint'),
        lang: draft.language,
      },
    ],
  }));
}
