/** A text in one or more languages, keyed by BCP 47 tag: {"en": "Data literacy", "fr": "Culture des données"}. */
import { z } from 'zod';

/** As far as one is written here: language and parts behind it. https://www.rfc-editor.org/rfc/rfc5646 */
export const tagPattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export const languageMap = z.record(z.string().regex(tagPattern), z.string());
export type LanguageMap = z.infer<typeof languageMap>;

/** The text in the reader's language, else in the first of `preferred` that has one, else any; '' when there is none. */
export function textIn(map: LanguageMap | undefined, ...preferred: string[]): string {
  if (!map) return '';
  for (const tag of [...preferred, 'en']) {
    const text = map[tag] ?? map[tag.split('-')[0] ?? tag];
    if (text) return text;
  }
  return Object.values(map).find((text) => text !== '') ?? '';
}
