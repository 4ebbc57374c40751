/** Fields of the group "participation". */
import { qualityKinds, qualityStandards } from '../../../../domain/institutions/quality-assurance.js';
import { participationModes } from '../../../../domain/micro-credentials/vocabularies.js';
import type { GroupContext } from './group-context.js';
import { choicesOf, type Section } from './section.js';

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
