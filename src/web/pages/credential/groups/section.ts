/** What a group's page shows: sections of fields, described as data and drawn by one view (partials/form-field). */
import type { Language } from '../../../middleware/language.js';
import type { FormValues } from './group.js';

export interface Choice {
  value: string;
  label: string;
  /** Hint below a radio button. */
  hint?: string;
}

export interface Field {
  kind: 'text' | 'long-text' | 'number' | 'date' | 'url' | 'choice' | 'radio' | 'tick' | 'hidden';
  name: string;
  label: string;
  /** In place of the label where faults are listed, for one that says nothing by itself. */
  labelInList?: string;
  hint?: string;
  optional?: boolean;
  choices?: Choice[];
  /** Short fields stand side by side on wide screens. */
  short?: boolean;
  /** Language of what is typed, where it differs from the page's. */
  lang?: string;
  /** Shown only while the section's box is ticked, or its radio button has this value (by CSS; without it always). */
  when?: 'ticked' | 'eqf' | 'not-applicable' | 'other-standard' | 'at-least';
}

export interface Section {
  legend?: string;
  hint?: string;
  /** Sentences to be seen; of the kind 'wait' where something needs attention, such as that no restriction is in force. */
  notices?: { text: string; kind?: 'wait' }[];
  /** Folded away until opened: for what few need. Opened where something is in it. */
  folded?: boolean;
  fields: Field[];
  /** A part of the section that few need: folded away until opened, or where something is in it. */
  more?: { label: string; fields: Field[]; when?: Field['when'] };
  /** A button of its own inside the section: name and words. */
  button?: { name: string; label: string };
}

/** What a form is filled with. `saved`: what somebody else saved meanwhile, shown beside what was typed. */
export interface Filling {
  values: FormValues;
  errors: Readonly<Record<string, string>>;
  saved?: FormValues;
}

/** Names of all fields in the order of the page. */
export const namesInOrder = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ fields, more }) => [...fields, ...(more?.fields ?? [])].map(({ name }) => name));

/** Sections as the view draws them: each field with its value, its error and whether a choice is taken. */
export function drawnSections(sections: readonly Section[], filling: Filling): Record<string, unknown>[] {
  const { values, errors } = filling;
  const isUsed = (field: Field): boolean =>
    Boolean(errors[field.name] || values[field.name] || savedNow(field, filling));
  return sections.map(({ more, ...section }) => ({
    ...section,
    open: section.fields.some(isUsed),
    fields: section.fields.map((field) => drawnField(field, filling)),
    more: more && {
      label: more.label,
      when: more.when,
      open: more.fields.some(isUsed),
      fields: more.fields.map((field) => drawnField(field, filling)),
    },
  }));
}

function drawnField(field: Field, filling: Filling): Record<string, unknown> {
  const { values, errors } = filling;
  const value = values[field.name] ?? '';
  return {
    ...field,
    [`is-${field.kind}`]: true,
    value,
    error: errors[field.name],
    savedNow: savedNow(field, filling),
    checked: field.kind === 'tick' && value !== '',
    choices: field.choices?.map((choice, at) => ({
      ...choice,
      text: choice.label,
      id: at === 0 ? field.name : `${field.name}-${at}`,
      selected: choice.value === value,
    })),
  };
}

/** What is saved where it differs from what was typed, as people read it; a box is plain to see. */
function savedNow(field: Field, { values, saved }: Filling): { text: string } | undefined {
  const there = saved?.[field.name] ?? '';
  if (!saved || there === (values[field.name] ?? '') || field.kind === 'hidden' || field.kind === 'tick')
    return undefined;
  return { text: field.choices?.find(({ value }) => value === there)?.label ?? there };
}

/** Choices from a controlled list in the reader's language. */
export function choicesOf(
  list: Readonly<Record<string, { name: { en: string; fr: string } }>>,
  language: Language,
): Choice[] {
  return Object.entries(list).map(([value, term]) => ({
    value,
    label: term.name[language],
  }));
}
