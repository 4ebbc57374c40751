/** Fields of the group "level". */
import { cycles } from '../../../../domain/micro-credentials/vocabularies.js';
import type { GroupContext } from './group-context.js';
import { choicesOf, type Field, type Section } from './section.js';

export function describeLevel({ institution, language, words }: GroupContext): Section[] {
  const ects: Field = {
    kind: 'number',
    name: 'ects',
    label: words('level.ects'),
    hint: words('level.ectsHint'),
    optional: true,
    short: true,
  };
  return [
    {
      legend: words('level.workload'),
      hint: words('level.workloadHint'),
      notices: institution.mayAwardEcts
        ? []
        : [{ text: words('level.ectsNotEntitled', { institution: institution.legalName }) }],
      fields: [
        ...(institution.mayAwardEcts ? [ects] : []),
        {
          kind: 'number',
          name: 'hours',
          label: words('level.hours'),
          optional: institution.mayAwardEcts,
          short: true,
        },
      ],
    },
    {
      legend: words('level.level'),
      fields: [
        {
          kind: 'radio',
          name: 'levelKind',
          label: words('level.which'),
          choices: [
            { value: 'eqf', label: words('level.eqfKind') },
            { value: 'not-applicable', label: words('level.notApplicable') },
          ],
        },
        {
          kind: 'choice',
          name: 'eqf',
          label: words('level.eqf'),
          when: 'eqf',
          short: true,
          choices: [
            { value: '', label: words('form.choose') },
            ...[1, 2, 3, 4, 5, 6, 7, 8].map((level) => ({
              value: String(level),
              label: words('level.eqfLevel', { level }),
            })),
          ],
        },
        { kind: 'text', name: 'nqf', label: words('level.nqf'), when: 'eqf', optional: true, short: true },
        {
          kind: 'choice',
          name: 'cycle',
          label: words('level.cycle'),
          when: 'eqf',
          optional: true,
          short: true,
          choices: [{ value: '', label: words('form.none') }, ...choicesOf(cycles, language)],
        },
        { kind: 'text', name: 'levelReason', label: words('level.reason'), when: 'not-applicable' },
      ],
    },
  ];
}
