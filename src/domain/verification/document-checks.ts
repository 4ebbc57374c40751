/**
 * Port: the two checks of a document that bring it to its canonical form. A stranger can make that take long, so they run
 * where they hold up nobody's request.
 */
import { checkSignature } from '../../documents/read/check-signature.js';
import type { CredentialReading, OpenBadge3Reading } from '../../documents/read/reading.js';
import type { JsonObject } from '../../documents/json/json-value.js';
import type { PublishedKey } from '../../documents/proofs/public-key.js';
import type { Check } from './report.js';

/**
 * Not checked, 'not-finished': it took too long, or too many wait. Who wants both answers asks for the signature first: whoever
 * makes it has what the contexts need.
 */
export interface DocumentChecks {
  /** As checkContexts of src/documents/read. */
  contexts(credential: JsonObject): Promise<Check>;
  /** As checkSignature of src/documents/read. */
  signature(reading: OpenBadge3Reading, key: PublishedKey): Promise<Check>;
}

/** Of a JWT the bytes were signed: that is quick. */
export function signatureOf(
  checks: DocumentChecks,
  reading: CredentialReading,
  key: PublishedKey,
): Promise<Check> {
  return reading.kind === 'open-badge-3' ? checks.signature(reading, key) : checkSignature(reading, key);
}
