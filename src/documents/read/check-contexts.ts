/**
 * Do the words mean what they seem to? A context of the issuer's own can swap meanings without breaking a signature, and a
 * property that no context defines is not signed: so only known contexts, in the right order, and JSON-LD safe mode.
 * https://www.w3.org/TR/vc-data-integrity/#context-injection
 */
import { type CanonicalForm, canonicalize } from '../contexts/canonicalize.js';
import {
  contextDocuments,
  credentialsContext,
  legacyCredentialsContext,
} from '../contexts/context-documents.js';
import { inLaterEdition } from '../contexts/later-edition.js';
import { isJsonObject, type JsonObject, type JsonValue, stringOf, without } from '../json/json-value.js';
import { type Check, failed, passed } from './check.js';
import { withoutHarmless } from './endorsements-inside.js';

/**
 * @param credential as read, proofs included
 * @param form a quicker way to the canonical form, which refuses what the long one does
 */
export async function checkContexts(
  credential: JsonObject,
  form: CanonicalForm = canonicalize,
): Promise<Check> {
  const contexts = credential['@context'];
  if (!Array.isArray(contexts)) return failed('contexts', 'context-order');
  const lighter = withoutHarmless(credential);
  if (hasInlineContext(lighter)) return failed('contexts', 'context-inline');
  const unknown = contexts.find((context) => typeof context !== 'string' || !contextDocuments.has(context));
  if (unknown !== undefined)
    return failed('contexts', 'context-unknown', { context: (stringOf(unknown) ?? '').slice(0, 300) });
  if (contexts[0] !== credentialsContext && contexts[0] !== legacyCredentialsContext) {
    return failed('contexts', 'context-order');
  }
  if (hasWrittenOutTerm(lighter)) return failed('contexts', 'terms-written-out');
  if (isRepeated(credential['id'], Object.values(without(lighter, 'id', 'proof')))) {
    return failed('contexts', 'id-repeated');
  }
  try {
    await form(inLaterEdition(without(credential, 'proof')), 'sha256');
  } catch (error) {
    return failed('contexts', 'terms-undefined', undefinedTerm(error));
  }
  return passed('contexts', 'contexts-known');
}

/** A context that is no address at the top, or any context further down: what we accept has none but in endorsements. */
function hasInlineContext(credential: JsonObject): boolean {
  const { '@context': contexts, ...rest } = credential;
  return [contexts].flat().some(isJsonObject) || hasContext(rest);
}

function hasContext(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isJsonObject(value) && '@context' in value) return true;
  return Object.values(value).some((inner) => hasContext(inner));
}

/**
 * `https://www.w3.org/2018/credentials#validUntil` means what `validUntil` means, and the signature stays right: but whoever
 * reads the plain name (we do) would find nothing there. Likewise `@id`, `@included` and their like.
 */
function hasWrittenOutTerm(value: JsonValue, atTop = true): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((inner) => hasWrittenOutTerm(inner, false));
  return Object.entries(value).some(
    ([name, inner]) =>
      (/[:@]/.test(name) && !(atTop && name === '@context')) || hasWrittenOutTerm(inner, false),
  );
}

/** Two objects of one id are one thing: dates and status could move from the credential to its twin further down. */
function isRepeated(id: JsonValue | undefined, values: readonly JsonValue[]): boolean {
  if (id === undefined) return false;
  return values.some((value) => {
    if (typeof value !== 'object' || value === null) return false;
    if (isJsonObject(value) && value['id'] === id && Object.keys(value).length > 1) return true;
    return isRepeated(id, Object.values(value));
  });
}

/** What jsonld's safe mode complains of. */
function undefinedTerm(error: unknown): Check['details'] {
  if (!(error instanceof Error) || !('details' in error)) return undefined;
  const { details } = error as { details: { event?: { details?: Record<string, unknown> } } };
  const told = details.event?.details;
  const term = told?.['property'] ?? told?.['type'] ?? told?.['id'] ?? told?.['value'];
  return typeof term === 'string' ? { term: term.slice(0, 300) } : undefined;
}
