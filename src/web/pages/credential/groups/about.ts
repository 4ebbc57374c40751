/** Group "about": M2 title (and its description) in one or two languages, field of study, further awarding bodies (M4). */
import type { DraftDefinition } from '../../../../domain/micro-credentials/definition.js';
import type { LanguageMap } from '../../../../shared/language-map.js';
import type { FormValues, GroupReading } from './group.js';
import { readValues } from './read-values.js';

const bodyRows = 3;

/** Languages a definition can be written in: the official languages of the Union and a few more that courses use. */
export const contentLanguages: readonly string[] =
  'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv ca eu gl is lb no tr uk'.split(
    ' ',
  );

export function readAbout(values: FormValues, draft: DraftDefinition): GroupReading {
  const read = readValues(values);
  const language = read.choice('language', contentLanguages) ?? draft.language;
  const second = read.choice('secondLanguage', contentLanguages);
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

  const iscedCode = read.text('fieldCode', 4);
  const iscedName = read.text('fieldName');
  if (iscedCode && !/^\d{2,4}$/.test(iscedCode)) read.fault('fieldCode', 'isced');
  const fieldOfStudy = /^\d{2,4}$/.test(iscedCode) ? { code: iscedCode, name: iscedName } : undefined;

  const furtherAwardingBodies: DraftDefinition['furtherAwardingBodies'] = [];
  for (let row = 0; row < bodyRows + draft.furtherAwardingBodies.length; row++) {
    const legalName = read.text(`body-${row}-name`);
    const country = read.text(`body-${row}-country`, 2).toUpperCase();
    const url = read.url(`body-${row}-url`);
    if (!legalName) continue;
    if (!/^[A-Z]{2}$/.test(country)) {
      read.fault(`body-${row}-country`, 'choice');
      continue;
    }
    furtherAwardingBodies.push({ legalName, country, url });
  }
  return {
    changes: { language, title, description, fieldOfStudy, furtherAwardingBodies },
    faults: read.faults,
  };
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

export const bodyRowsOf = (draft: DraftDefinition): number[] =>
  Array.from({ length: draft.furtherAwardingBodies.length + 1 }, (_, row) => row);
