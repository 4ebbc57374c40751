/**
 * The canonical form of documents that are checked: of those that came lately as it was then, of those that are like others by
 * their template. The same as the long way gives. docs/decisions/0007-signing-by-template.md
 */
import { type CanonicalForm, canonicalize } from '../contexts/canonicalize.js';
import type { JsonObject } from '../json/json-value.js';
import { canonicalForm, newTemplates, type Templates } from '../proofs/template/canonical-form.js';
import { recentlyUsed } from '../../shared/recently-used.js';

/** Characters of JSON that are remembered; a form takes some four times as many. */
const mostRemembered = 2 * 1024 * 1024;

/** To be kept: it remembers. @param longWay for the tests */
export function quickForm(
  longWay: (document: JsonObject) => Promise<string> = canonicalize,
  templates: Templates = newTemplates(),
): CanonicalForm {
  const lately = recentlyUsed<string>(mostRemembered, (key) => key.length);
  return async (document, algorithm) => {
    if (algorithm !== 'sha256') return canonicalize(document, algorithm);
    const key = JSON.stringify(document);
    const known = lately.get(key);
    if (known !== undefined) return known;
    const form = await canonicalForm({ templates, longWay }, document);
    lately.set(key, form);
    return form;
  };
}
