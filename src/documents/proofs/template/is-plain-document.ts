/**
 * Is a document plain JSON whose meaning stands in published contexts alone? Only then do we know every term that a text may
 * meet: a context or keyword inside the document could make the meaning of one text depend on another.
 * https://www.w3.org/TR/json-ld11/#syntax-tokens-and-keywords
 */
import { isJsonObject, type JsonObject, type JsonValue, listOf, without } from '../../json/json-value.js';

export function isPlainDocument(document: JsonObject): boolean {
  const contexts = listOf(document['@context']);
  return contexts.every((context) => typeof context === 'string') && isPlain(without(document, '@context'));
}

function isPlain(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([name, inner]) => !name.startsWith('@') && isPlain(inner));
}
