/** Texts with their language: ELM knows no others where people read. A list per language, as the Europass issuer writes them. */
import type { DefinitionContent } from '../credential-content.js';
import type { DraftObject } from '../json/signable.js';
import type { LanguageMap } from '../../shared/language-map.js';

/** Undefined where nothing is written. */
export function texts(map: LanguageMap): DraftObject | undefined {
  const written = Object.entries(map).filter(([, text]) => text.trim() !== '');
  return written.length === 0
    ? undefined
    : Object.fromEntries(written.map(([language, text]) => [language, [text]]));
}

/** A text in the document's language. */
export function written({ achievement }: DefinitionContent, text: string): DraftObject | undefined {
  return texts({ [achievement.primaryLanguage]: text });
}

/** Words of our own (european-elements/words.ts), which are English where we have not the document's language. */
export function ownWords({ achievement }: DefinitionContent, text: string): DraftObject | undefined {
  return texts({ [/^fr\b/i.test(achievement.primaryLanguage) ? 'fr' : 'en']: text });
}
