/** A part of an Open Badges 3.0 credential (issuer, achievement) as a document of its own: the contexts tell what its words mean. */
import { credentialsContext, openBadgesContext } from '../../documents/contexts/context-documents.js';
import type { JsonObject } from '../../documents/json/json-value.js';
import { type DraftObject, signable } from '../../documents/json/signable.js';

export function inContext(part: DraftObject): JsonObject {
  return signable({ '@context': [credentialsContext, openBadgesContext], ...part });
}
