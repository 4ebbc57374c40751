/** Fields of the group "about". */
import { countryName, countryOptions } from '../../../forms/country-options.js';
import { contentLanguages } from './about.js';
import type { GroupContext } from './group-context.js';
import { rowsToShow } from './rows.js';
import type { Choice, Section } from './section.js';

export function describeAbout(context: GroupContext): Section[] {
  const { draft, institution, language, words } = context;
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const languages: Choice[] = contentLanguages
    .map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return [
    {
      fields: [
        { kind: 'choice', name: 'language', label: words('about.language'), choices: languages },
        {
          kind: 'text',
          name: 'title',
          label: words('about.title'),
          hint: words('about.titleHint'),
          lang: draft.language,
        },
        {
          kind: 'long-text',
          name: 'description',
          label: words('about.description'),
          hint: words('about.descriptionHint'),
          lang: draft.language,
        },
      ],
    },
    {
      legend: words('about.second'),
      folded: true,
      fields: [
        {
          kind: 'choice',
          name: 'secondLanguage',
          label: words('about.secondLanguage'),
          optional: true,
          choices: [{ value: '', label: words('form.none') }, ...languages],
        },
        { kind: 'text', name: 'title-second', label: words('about.secondTitle'), optional: true },
        {
          kind: 'long-text',
          name: 'description-second',
          label: words('about.secondDescription'),
          optional: true,
        },
      ],
    },
    {
      legend: words('about.field'),
      hint: words('about.fieldHint'),
      fields: [
        {
          kind: 'text',
          name: 'fieldCode',
          label: words('about.fieldCode'),
          hint: words('about.fieldCodeHint'),
          optional: true,
          short: true,
        },
        {
          kind: 'text',
          name: 'fieldName',
          label: words('about.fieldName'),
          hint: words('about.fieldNameHint'),
          optional: true,
          short: true,
        },
      ],
    },
    {
      legend: words('about.body'),
      hint: words('about.bodyIs', {
        name: institution.legalName,
        country: countryName(language, institution.country),
      }),
      fields: [],
    },
    ...furtherBodies(context),
  ];
}

/** One section a body; the spare one is folded away. */
function furtherBodies({ draft, typed, language, words }: GroupContext): Section[] {
  const saved = draft.furtherAwardingBodies.length;
  const countries: Choice[] = [
    { value: '', label: words('form.choose') },
    ...countryOptions(language, '').map(({ value, text }) => ({ value, label: text })),
  ];
  return rowsToShow(saved, 'body', typed).map((row) => ({
    legend: row < saved ? words('about.furtherBody', { number: row + 1 }) : words('about.addBody'),
    folded: row >= saved,
    fields: [
      { kind: 'text', name: `body-${row}-name`, label: words('about.bodyName'), optional: true },
      {
        kind: 'choice',
        name: `body-${row}-country`,
        label: words('about.bodyCountry'),
        hint: words('about.bodyCountryHint'),
        optional: true,
        short: true,
        choices: countries,
      },
      { kind: 'url', name: `body-${row}-url`, label: words('about.bodyUrl'), optional: true, short: true },
    ],
  }));
}
