/**
 * `endorsementJwt` was added to the context of Open Badges 3.0.3 in place, in June 2026, with no new address. What uses it is read
 * in the context as it is published since; everything else means the same in both. Nothing that is signed here uses it, since others
 * may know the earlier edition alone. https://github.com/1EdTech/openbadges-specification/pull/642
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { contextDocuments, openBadgesContext } from './context-documents.js';

const addedTerm = 'endorsementJwt';

/** Known to the loader alone: a document that names it is refused for a context unknown. */
export const laterOpenBadgesContext = `${openBadgesContext}#2026-06-29`;

export function laterOpenBadges(): object {
  const published = contextDocuments.get(openBadgesContext)?.document as { '@context': object };
  const added = {
    '@id': `https://purl.imsglobal.org/spec/vc/ob/vocab.html#${addedTerm}`,
    '@container': '@set',
  };
  return { ...published, '@context': { ...published['@context'], [addedTerm]: added } };
}

/** To be canonicalised: with the later edition in the place of the earlier one where it uses what was added, else as it is. */
export const inLaterEdition = (document: JsonObject): JsonObject =>
  usesAddedTerm(document) ? (withLaterContext(document) as JsonObject) : document;

function usesAddedTerm(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isJsonObject(value) && addedTerm in value) return true;
  return Object.values(value).some(usesAddedTerm);
}

function withLaterContext(value: JsonValue, isContext = false): JsonValue {
  if (Array.isArray(value)) return value.map((inner) => withLaterContext(inner, isContext));
  if (isJsonObject(value)) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([name, inner]) => [name, withLaterContext(inner, name === '@context')]),
    );
  }
  return isContext && value === openBadgesContext ? laterOpenBadgesContext : value;
}
