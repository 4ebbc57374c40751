/**
 * The editions of an achievement: the same one in each further language in which its title and its description are both written, at an
 * address of its own. Open Badges has one language a document. docs/decisions/0039-editions-in-further-languages.md
 */
import type { LanguageMap } from '../shared/language-map.js';
import type { AchievementContent } from './credential-content.js';

/** @param first language of the version itself, which has its plain address */
export function furtherLanguages(
  { title, description }: { title: LanguageMap; description: LanguageMap },
  first: string,
): string[] {
  return Object.keys(title)
    .filter((language) => language !== first && title[language]?.trim() && description[language]?.trim())
    .sort();
}

/** What an address says of the edition at hand; undefined for the first. */
export const editionOf = ({ firstLanguage, primaryLanguage }: AchievementContent): string | undefined =>
  firstLanguage === undefined ? undefined : primaryLanguage;

export interface OtherEdition {
  language: string;
  /** What its address says; undefined for the first. */
  edition: string | undefined;
}

/** All but the one at hand, the first before the others. */
export function otherEditions(about: AchievementContent): OtherEdition[] {
  const first = about.firstLanguage ?? about.primaryLanguage;
  const all = [
    { language: first, edition: undefined },
    ...furtherLanguages(about, first).map((language) => ({ language, edition: language })),
  ];
  return all.filter(({ language }) => language !== about.primaryLanguage);
}
