/** Fields of the groups "level", "participation" and "more". */
import { cycles, participationModes } from '../../../../domain/micro-credentials/vocabularies.js';
import type { GroupContext } from './group-context.js';
import { stackabilityKinds } from './more.js';
import { qualityKinds, qualityStandards } from './participation.js';
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

export function describeParticipation({ language, words }: GroupContext): Section[] {
  const choose = { value: '', label: words('form.choose') };
  return [
    {
      fields: [
        {
          kind: 'choice',
          name: 'participation',
          label: words('participation.mode'),
          choices: [choose, ...choicesOf(participationModes, language)],
        },
      ],
    },
    {
      legend: words('participation.quality'),
      hint: words('participation.qualityHint'),
      fields: [
        {
          kind: 'choice',
          name: 'qaKind',
          label: words('participation.kind'),
          choices: [
            choose,
            ...qualityKinds.map((value) => ({ value, label: words(`participation.kinds.${value}`) })),
          ],
        },
        {
          kind: 'choice',
          name: 'qaStandard',
          label: words('participation.standard'),
          choices: [
            choose,
            ...qualityStandards.map((value) => ({ value, label: words(`participation.standards.${value}`) })),
          ],
        },
        {
          kind: 'text',
          name: 'qaOtherStandard',
          label: words('participation.otherStandard'),
          when: 'other-standard',
        },
        { kind: 'text', name: 'qaBody', label: words('participation.body') },
        { kind: 'url', name: 'qaUrl', label: words('participation.url'), optional: true, short: true },
        {
          kind: 'text',
          name: 'qaReference',
          label: words('participation.reference'),
          optional: true,
          short: true,
        },
      ],
    },
  ];
}

export function describeMore({ draft, words }: GroupContext): Section[] {
  return [
    {
      fields: [
        {
          kind: 'long-text',
          name: 'prerequisites',
          label: words('more.prerequisites'),
          optional: true,
          lang: draft.language,
        },
        {
          kind: 'choice',
          name: 'stackability',
          label: words('more.stackability'),
          optional: true,
          choices: [
            { value: '', label: words('form.none') },
            ...stackabilityKinds.map((value) => ({ value, label: words(`more.stackabilities.${value}`) })),
          ],
        },
        { kind: 'text', name: 'towards', label: words('more.towards'), optional: true },
        {
          kind: 'number',
          name: 'validMonths',
          label: words('more.validMonths'),
          hint: words('more.validMonthsHint'),
          optional: true,
        },
        { kind: 'tick', name: 'gradeMayBeCarried', label: words('more.gradeMayBeCarried') },
      ],
    },
    {
      legend: words('more.further'),
      fields: [
        { kind: 'long-text', name: 'furtherText', label: words('more.furtherText'), optional: true },
        { kind: 'url', name: 'furtherUrl', label: words('more.furtherUrl'), optional: true },
      ],
    },
  ];
}
