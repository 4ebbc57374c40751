/** The countries of ISO 3166-1 by their names in the reader's language, in its alphabetical order. */
import { countryCodes } from '../../domain/institutions/countries.js';
import type { Language } from '../middleware/language.js';

export interface Option {
  value: string;
  text: string;
  selected: boolean;
}

/** Name of a country in a language; its code where there is no name, and what was given where it is no code. */
export function countryName(language: Language, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

export function countryOptions(language: Language, chosen: string): Option[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return countryCodes
    .map((code) => ({ value: code, text: names.of(code) ?? code, selected: code === chosen }))
    .sort((a, b) => a.text.localeCompare(b.text, language));
}
