/** Do its words mean what Europass takes them to mean? The text is sealed word by word; another vocabulary would swap the meanings. */
import { legacyCredentialsContext } from '../../../documents/contexts/context-documents.js';
import { elmContext } from '../../../documents/elm/european-digital-credential.js';
import { isJsonObject, type JsonObject, listOf, stringOf } from '../../../documents/json/json-value.js';
import { failed, passed } from '../checks.js';
import type { Check } from '../report.js';
import { shownText } from '../shown-text.js';

const [credentials, elm] = [legacyCredentialsContext, elmContext];

export function checkElmContexts(credential: JsonObject): Check {
  const name = 'contexts';
  const contexts = listOf(credential['@context']);
  if (contexts.some(isJsonObject)) return failed(name, 'context-inline');
  const unknown = contexts.find((context) => context !== credentials && context !== elm);
  if (unknown !== undefined)
    return failed(name, 'context-unknown', { context: shownText(stringOf(unknown)) ?? '' });
  const isInOrder = contexts[0] === credentials && contexts.includes(elm);
  return isInOrder ? passed(name, 'elm-contexts') : failed(name, 'context-order');
}
