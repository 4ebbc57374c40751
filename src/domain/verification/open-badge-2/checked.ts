/** What the two ways of verifying Open Badges 2.0 are given and give back. */
import type { JsonObject } from '../../../documents/json/json-value.js';
import type { Check, CredentialFacts } from '../report.js';

export interface Verify2 {
  assertion: JsonObject;
  email?: string;
  now: Date;
}

export interface Checked2 {
  checks: Check[];
  facts: CredentialFacts;
  /** As it stands at its address; absent when it could not be had or was not needed. */
  issuer?: JsonObject;
  /** The check key-belongs-to-issuer, where it was made. */
  owner?: Check;
}
