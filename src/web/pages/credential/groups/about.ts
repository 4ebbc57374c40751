/** Group "about": M2 title (and its description) in one or two languages, field of study, further awarding bodies (M4). */
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import { countryCodes } from '../../../../domain/institutions/countries.js';
import type { LanguageMap } from '../../../../shared/language-map.js';
import type { FormValues, GroupReading } from './group.js';
import { readValues } from './read-values.js';
import { rowsSent } from './rows.js';

/** Languages a definition can be written in: the official languages of the Union and a few more that courses use. */
export const contentLanguages: readonly string[] =
  'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv ca eu gl is lb no tr uk'.split(
    ' ',
  );

export function readAbout(values: FormValues, draft: DraftDefinition): GroupReading {
  const read = readValues(values);
  const language = read.choice('language', contentLanguages) ?? draft.language;
  const second = read.choice('secondLanguage', contentLanguages);
  const typedSecond = Boolean(read.text('title-second') || read.text('description-second', 5000));
  if (typedSecond && (!second || second === language))
    read.fault('secondLanguage', second ? 'same-language' : 'needed', {
      unsaved: ['title-second', 'description-second'],
    });
  const inBoth = (name: string, longest: number): LanguageMap => {
    const map: LanguageMap = {};
    const first = read.text(name, longest);
    if (first) map[language] = first;
    const other = second && second !== language ? read.text(`${name}-second`, longest) : '';
    if (other && second) map[second] = other;
    return map;
  };
  const title = inBoth('title', 300);
  const description = inBoth('description', 5000);

  const iscedCode = read.text('fieldCode');
  const iscedName = read.text('fieldName');
  const withCode = { unsaved: ['fieldName'] };
  if (iscedName && !iscedCode) read.fault('fieldCode', 'needed', withCode);
  if (iscedCode && !/^\d{2,4}$/.test(iscedCode)) read.fault('fieldCode', 'isced', withCode);
  const fieldOfStudy = /^\d{2,4}$/.test(iscedCode) ? { code: iscedCode, name: iscedName } : undefined;

  const furtherAwardingBodies: DraftDefinition['furtherAwardingBodies'] = [];
  for (const row of rowsSent(values, 'body')) {
    const legalName = read.text(`body-${row}-name`);
    const country = read.choice(`body-${row}-country`, countryCodes);
    const url = read.url(`body-${row}-url`);
    if (!legalName && (country || url)) read.fault(`body-${row}-name`, 'needed');
    if (legalName && !country && !values[`body-${row}-country`]) read.fault(`body-${row}-country`, 'country');
    // what it lacks is told by the review of the draft
    if (legalName || country || url) furtherAwardingBodies.push({ legalName, country: country ?? '', url });
  }
  return {
    changes: {
      language,
      title,
      description,
      fieldOfStudy,
      furtherAwardingBodies,
      outcomes: outcomesIn(language, draft),
    },
    faults: read.faults,
  };
}

/** The texts on the page are in the draft's language: when it is corrected, the outcomes go along. */
function outcomesIn(language: string, draft: DraftDefinition): DraftDefinition['outcomes'] {
  if (language === draft.language) return draft.outcomes;
  return draft.outcomes.map((outcome) => {
    const { [draft.language]: text, ...others } = outcome.text;
    return { ...outcome, text: text === undefined ? others : { ...others, [language]: text } };
  });
}

export function showAbout(draft: DraftDefinition): Record<string, string> {
  const second = Object.keys({ ...draft.title, ...draft.description }).find((tag) => tag !== draft.language);
  const values: Record<string, string> = {
    language: draft.language,
    secondLanguage: second ?? '',
    title: draft.title[draft.language] ?? '',
    description: draft.description[draft.language] ?? '',
    'title-second': (second && draft.title[second]) ?? '',
    'description-second': (second && draft.description[second]) ?? '',
    fieldCode: draft.fieldOfStudy?.code ?? '',
    fieldName: draft.fieldOfStudy?.name ?? '',
  };
  draft.furtherAwardingBodies.forEach((body, row) => {
    values[`body-${row}-name`] = body.legalName;
    values[`body-${row}-country`] = body.country;
    values[`body-${row}-url`] = body.url ?? '';
  });
  return values;
}
