/** What the thread of the document checks is asked, as JSON (copied sooner than objects are), and what it answers. */
import type { JsonObject } from '../../documents/json/json-value.js';
import type { ProvenTemplate } from '../../documents/proofs/template/canonical-form.js';
import type { PublishedKey } from '../../documents/proofs/public-key.js';
import type { Check } from '../../documents/read/check.js';
import type { OpenBadge3Reading } from '../../documents/read/reading.js';

export type CheckJob =
  | { check: 'contexts'; credential: JsonObject }
  | { check: 'signature'; reading: OpenBadge3Reading; key: PublishedKey };

/** The template of a document that was checked. */
export interface TemplateJob {
  template: JsonObject;
}

/** `contexts`: asked for the signature, the thread tells of the contexts as well: who asks for one wants the other. */
export type CheckAnswer = { check: Check; contexts?: Check } | { failed: string };

export interface TemplateAnswer {
  /** Undefined: none was tried in this thread. */
  template: ProvenTemplate | undefined;
}
