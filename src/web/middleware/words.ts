/**
 * The words of the pages, in every language, read once at start from views/locales/<language>/<area>.json. The area is the
 * namespace: `area:key.below`. https://www.i18next.com/
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { projectPath } from '../../shared/project-path.js';
import { languages, type Language } from './language.js';

export interface Words {
  /** The sentence; values fill {{name}} in it, `count` picks the plural. A missing one throws in tests. */
  t(language: Language, key: string, values?: Record<string, unknown>): string;
  /** True when the language itself has the sentence. */
  has(language: Language, key: string): boolean;
}

function readLocales(): Record<string, Record<string, object>> {
  const folder = projectPath('views', 'locales');
  return Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(
        readdirSync(join(folder, language))
          .filter((file) => file.endsWith('.json'))
          .map((file) => [
            file.slice(0, -'.json'.length),
            JSON.parse(readFileSync(join(folder, language, file), 'utf8'), (_key, value: unknown) =>
              language === 'fr' && typeof value === 'string' ? withFrenchSpaces(value) : value,
            ) as object,
          ]),
      ),
    ]),
  );
}

/** French puts a space before : ; ? ! and inside of « »: one at which no line may break. */
function withFrenchSpaces(sentence: string): string {
  return sentence.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

/** Comes back where a sentence is not there: a sentence has no such sign. */
const nowhere = '\0';

/**
 * @param missing 'throw' makes a missing sentence an error (tests); otherwise it is told to the function, and the key is shown.
 */
export function readWords(missing: 'throw' | ((language: Language, key: string) => void)): Words {
  const resources = readLocales();
  const engine: i18n = i18next.createInstance();
  void engine.init({
    resources,
    ns: Object.keys(resources['en'] ?? {}),
    defaultNS: 'common',
    fallbackLng: 'en',
    supportedLngs: [...languages],
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  return {
    has: (language, key) => engine.exists(key, { lng: language, fallbackLng: [] }),
    t(language, key, values) {
      const own = engine.t(key, { ...values, lng: language, fallbackLng: [], defaultValue: nowhere });
      if (own !== nowhere) return String(own);
      if (missing === 'throw') throw new Error(`no words for ${key} in ${language}`);
      missing(language, key);
      return String(engine.t(key, { ...values, lng: language }));
    },
  };
}
