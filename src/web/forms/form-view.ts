/** Makes what the form partials show: each field with its words, its value and its fault, and the error summary above. */
import type { Request } from 'express';
import { Problem } from '../../shared/problem.js';
import type { Words } from '../middleware/words.js';

export interface FieldView {
  name: string;
  label: string;
  hint?: string;
  value: string;
  error?: string;
}

export interface FormView<Name extends string> {
  fields: Record<Name, FieldView>;
  /** For the partial error-summary. */
  errors: { field: string; text: string }[];
}

/** The faults a Problem request-invalid carries: field -> code; empty for others. */
export function faultsOf(problem: unknown): Record<string, string> {
  if (!(problem instanceof Problem) || problem.code !== 'request-invalid') return {};
  return (problem.facts['fields'] ?? {}) as Record<string, string>;
}

/**
 * @param form.words where the words are: `admin:institution` has `<name>.label`, perhaps `<name>.hint`, `<name>.hint-<variant>`
 * and `<name>.fault.<code>` where the common `common:fault.<code>` says too little.
 */
export function formView<Name extends string>(
  req: Request,
  form: {
    words: string;
    variant?: string;
    names: readonly Name[];
    values: Partial<Record<Name, string>>;
    faults?: Record<string, string>;
  },
): FormView<Name> {
  const words = req.app.locals['words'] as Words;
  const sentence = (...keys: string[]): string | undefined => {
    const key = keys.find((candidate) => words.has(req.language, candidate));
    return key && words.t(req.language, key);
  };
  const fields = form.names.map((name): FieldView => {
    const key = `${form.words}.${name}`;
    const fault = form.faults?.[name];
    return {
      name,
      label: words.t(req.language, `${key}.label`),
      hint: sentence(`${key}.hint-${form.variant ?? ''}`, `${key}.hint`),
      value: form.values[name] ?? '',
      error: fault && sentence(`${key}.fault.${fault}`, `common:fault.${fault}`, 'common:fault.invalid'),
    };
  });
  return {
    fields: Object.fromEntries(fields.map((field) => [field.name, field])) as Record<Name, FieldView>,
    errors: fields
      .filter((field) => field.error)
      .map((field) => ({
        field: field.name,
        text: words.t(req.language, 'common:faultOfField', {
          // a label may be a sentence, of a box to tick
          label: field.label.replace(/\.$/, ''),
          fault: field.error,
        }),
      })),
  };
}
