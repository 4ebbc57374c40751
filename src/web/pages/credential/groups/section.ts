/** What a group's page shows: sections of fields, described as data and drawn by one view (partials/form-field). */
import type { FormValues } from './group.js';

export interface Choice {
  value: string;
  label: string;
  /** Hint below a radio button. */
  hint?: string;
}

export interface Field {
  kind: 'text' | 'long-text' | 'number' | 'url' | 'choice' | 'radio' | 'tick' | 'hidden';
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  choices?: Choice[];
  /** Short fields stand side by side on wide screens. */
  short?: boolean;
  /** Language of what is typed, where it differs from the page's. */
  lang?: string;
  disabled?: boolean;
}

export interface Section {
  legend?: string;
  hint?: string;
  /** A sentence that needs attention, for example that no restriction is in force. */
  notice?: string;
  /** Folded away until opened: for what few need. */
  folded?: boolean;
  fields: Field[];
  /** A button of its own inside the section: name and words. */
  button?: { name: string; label: string };
}

/** Words of the page's language: key below course.json, values for its gaps. */
export type Words = (key: string, values?: Record<string, unknown>) => string;

/** A field as the view draws it: with its value, its error and whether a choice is taken. */
export function drawnSections(
  sections: readonly Section[],
  values: FormValues,
  errors: Readonly<Record<string, string>>,
): Record<string, unknown>[] {
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => ({
      ...field,
      [`is-${field.kind}`]: true,
      value: values[field.name] ?? '',
      error: errors[field.name],
      checked: field.kind === 'tick' && (values[field.name] ?? '') !== '',
      choices: field.choices?.map((choice, at) => ({
        ...choice,
        id: at === 0 ? field.name : `${field.name}-${at}`,
        selected: choice.value === (values[field.name] ?? ''),
      })),
    })),
  }));
}

/** Choices from a controlled list in the reader's language. */
export function choicesOf(
  list: Readonly<Record<string, { name: { en: string; fr: string } }>>,
  language: string,
): Choice[] {
  return Object.entries(list).map(([value, term]) => ({
    value,
    label: language.startsWith('fr') ? term.name.fr : term.name.en,
  }));
}
