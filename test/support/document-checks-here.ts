/** The document checks without a thread of their own: the tests of verification need not wait for one. */
import { checkContexts } from '../../src/documents/read/check-contexts.js';
import { checkSignature } from '../../src/documents/read/check-signature.js';
import type { DocumentChecks } from '../../src/domain/verification/document-checks.js';

export const documentChecksHere: DocumentChecks = { contexts: checkContexts, signature: checkSignature };
