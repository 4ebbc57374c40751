/** What the thread of the document checks is asked, as JSON (copied sooner than objects are), and what it answers. */
import type { JsonObject } from '../../documents/json/json-value.js';
import type { PublishedKey } from '../../documents/proofs/public-key.js';
import type { Check } from '../../documents/read/check.js';
import type { OpenBadge3Reading } from '../../documents/read/reading.js';

export type CheckJob =
  | { check: 'contexts'; credential: JsonObject }
  | { check: 'signature'; reading: OpenBadge3Reading; key: PublishedKey };

export type CheckAnswer = { check: Check } | { failed: string };
