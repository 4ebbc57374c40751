/** Reads single values of a form: trimmed text, addresses, numbers, choices. A fault is noted, never thrown. */
import { cleanParagraphs } from '../../../../shared/clean-text.js';
import type { FormFault, FormValues } from './group.js';

type FaultFacts = Pick<FormFault, 'most' | 'unsaved'>;

export interface ValueReader {
  text(name: string, longest?: number): string;
  optionalText(name: string, longest?: number): string | undefined;
  /** @param more what is told with a fault of it */
  url(name: string, more?: FaultFacts): string | undefined;
  /** From 1 up. */
  wholeNumber(name: string, most: number): number | undefined;
  choice<T extends string>(name: string, values: readonly T[]): T | undefined;
  ticked(name: string): boolean;
  fault(field: string, code: FormFault['code'], more?: FaultFacts): void;
  faults: FormFault[];
}

export function readValues(values: FormValues): ValueReader {
  const faults: FormFault[] = [];
  // What is said last about a field is the most telling.
  const fault = (field: string, code: FormFault['code'], more?: FaultFacts): void => {
    const before = faults.findIndex((one) => one.field === field);
    faults.splice(before < 0 ? faults.length : before, 1, { field, code, ...more });
  };
  const text = (name: string, longest = 300): string => {
    const value = cleanParagraphs(values[name] ?? '');
    if (value.length <= longest) return value;
    fault(name, 'too-long', { most: longest });
    return value.slice(0, longest);
  };
  return {
    faults,
    fault,
    text,
    optionalText: (name, longest) => text(name, longest) || undefined,
    url(name, more) {
      const value = text(name, 2000);
      if (value === '') return undefined;
      const url = URL.canParse(value) ? new URL(value) : undefined;
      if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href;
      fault(name, 'url', more);
      return undefined;
    },
    wholeNumber(name, most) {
      const value = text(name, 20);
      if (value === '') return undefined;
      const number = Number(value);
      if (/^\d+$/.test(value) && number >= 1 && number <= most) return number;
      fault(name, 'number', { most });
      return undefined;
    },
    choice<T extends string>(name: string, options: readonly T[]) {
      const value = values[name] ?? '';
      if (value === '') return undefined;
      const found = options.find((option) => option === value);
      if (found === undefined) fault(name, 'choice');
      return found;
    },
    ticked: (name) => (values[name] ?? '') !== '',
  };
}
