/**
 * Which European elements a BadgeClass tells. Its alignments have no type: one is known by the entry of a published list or the page of a
 * term that it leads to, or by the name of the element, which stands as its framework and, in bold, in the criteria.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#Alignment
 */
import { absoluteUrl } from '../../shared/absolute-url.js';
import { addresses } from '../addresses.js';
import { type TermName, terms } from '../european-elements/terms.js';
import { isEntryOf } from '../european-elements/published-lists.js';
import { allWords } from '../european-elements/words.js';
import { isJsonObject, type JsonObject, listOf, stringOf } from '../json/json-value.js';

export interface ToldTerms {
  aligned: ReadonlySet<TermName>;
  /** In the criteria, for readers. */
  inWords: ReadonlySet<TermName>;
  /** ISO 3166-1 alpha-2 codes of the awarding bodies. */
  countries: readonly string[];
}

const all = Object.keys(terms) as TermName[];

/** `Level` is the framework of many an alignment: that none applies is told by the page of the term alone. */
const toldByPageAlone: readonly TermName[] = ['LevelNotApplicable'];

export function toldTerms(badge: JsonObject): ToldTerms {
  const alignments = listOf(badge['alignment'])
    .filter(isJsonObject)
    .filter(({ targetName }) => isText(stringOf(targetName)));
  const { criteria } = badge;
  const narrative = (isJsonObject(criteria) ? stringOf(criteria['narrative']) : undefined) ?? '';
  const named = namedIn(narrative);
  return {
    aligned: new Set(all.filter((term) => alignments.some((alignment) => tells(alignment, term)))),
    inWords: new Set(all.filter((term) => namesOf(term).some((name) => named.has(name)))),
    countries: alignments
      .filter((alignment) => tells(alignment, 'AwardingBody'))
      .flatMap(({ targetCode }) => stringOf(targetCode)?.match(/^[A-Z]{2}$/)?.[0] ?? []),
  };
}

function tells({ targetUrl, targetFramework }: JsonObject, term: TermName): boolean {
  const address = stringOf(targetUrl) ?? '';
  if (isEntryOf(term, address) || isPageOf(term, address)) return true;
  return !toldByPageAlone.includes(term) && namesOf(term).includes(stringOf(targetFramework)?.trim() ?? '');
}

/** Of whatever installation of this software. */
function isPageOf(term: TermName, address: string): boolean {
  const url = /^https?:\/\//.test(address) ? absoluteUrl(address) : undefined;
  return url !== undefined && addresses(url.origin).term(term) === address;
}

/** What is told in lines such as `- **Quality assurance**: AEQES`. */
function namedIn(narrative: string): Set<string> {
  const told = narrative.split('\n').flatMap((line) => {
    const [, name = '', said] = /^\s*[-*] \*\*(.{1,100}?)\*\*\s?: *(.*)$/.exec(line) ?? [];
    return isText(said) ? [name] : [];
  });
  return new Set(told);
}

const namesOf = (term: TermName): string[] => allWords.map(({ labels }) => labels[term]);

const isText = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
