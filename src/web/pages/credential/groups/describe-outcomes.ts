/** Fields of the group "outcomes": as many rows as there are, and one spare. */
import type { GroupContext } from './group-context.js';
import { rowsToShow } from './rows.js';
import type { Section } from './section.js';

export function describeOutcomes({ draft, typed, words }: GroupContext): Section[] {
  const assessments = [
    { value: '', label: words('form.choose') },
    ...draft.assessments.map((assessment, row) => ({
      value: assessment.id,
      label: assessment.name || words('assessments.one', { number: row + 1 }),
    })),
  ];
  return rowsToShow(draft.outcomes.length, 'outcome', typed).map((row) => {
    const named = (part: string, label: string) => ({
      name: `outcome-${row}-${part}`,
      label: words(`outcomes.${label}`),
    });
    return {
      legend: words('outcomes.one', { number: row + 1 }),
      fields: [
        { kind: 'hidden', name: `outcome-${row}-id`, label: '' },
        { kind: 'long-text', ...named('text', 'text'), lang: draft.language },
        { kind: 'choice', ...named('assessment', 'assessment'), choices: assessments },
      ],
      more: {
        label: words('outcomes.more'),
        fields: [
          { kind: 'text', ...named('code', 'code'), optional: true, short: true },
          {
            kind: 'text',
            ...named('framework', 'framework'),
            hint: words('outcomes.frameworkHint'),
            optional: true,
            short: true,
          },
          { kind: 'text', ...named('alignedName', 'alignedName'), optional: true, short: true },
          { kind: 'url', ...named('url', 'url'), optional: true, short: true },
        ],
      },
    };
  });
}
