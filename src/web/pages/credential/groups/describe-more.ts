/** Fields of the group "more". */
import { stackabilityKinds } from '../../../../domain/micro-credentials/definition.js';
import type { GroupContext } from './group-context.js';
import type { Section } from './section.js';

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
