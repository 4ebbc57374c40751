/** One claim that its holder may show or keep back: a text to hand over, and its digest, which is signed. https://www.rfc-editor.org/rfc/rfc9901#section-4.2 */
import { hash } from 'node:crypto';
import type { JsonValue } from '../json/json-value.js';

export interface Disclosure {
  /** base64url of [salt, name, value]. */
  text: string;
  /** SHA-256 of the text, base64url: stands in `_sd`. */
  digest: string;
}

/** @param salt 128 random bits, used for nothing else: whoever has the digest could try values otherwise */
export function disclosure(salt: string, name: string, value: JsonValue): Disclosure {
  const text = Buffer.from(JSON.stringify([salt, name, value])).toString('base64url');
  return { text, digest: digestOf(text) };
}

/** @param text a disclosure as handed over, or random bits where a decoy is wanted */
export function digestOf(text: string): string {
  return hash('sha256', Buffer.from(text), 'base64url');
}
