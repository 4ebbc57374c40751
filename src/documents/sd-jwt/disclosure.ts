/** One claim that its holder may show or keep back: a text to hand over, and its digest, which is signed. https://www.rfc-editor.org/rfc/rfc9901#section-4.2 */
import { hash } from 'node:crypto';
import { decodeBase64url } from '../json/decode-base64url.js';
import { decodeUtf8 } from '../json/decode-utf8.js';
import type { JsonValue } from '../json/json-value.js';
import { readJson } from '../json/read-json.js';

export interface Disclosure {
  /** base64url of [salt, name, value]. */
  text: string;
  /** SHA-256 of the text, base64url: stands in `_sd`. */
  digest: string;
}

/** By the names of `_sd_alg`. https://www.iana.org/assignments/named-information */
export const digestHashes = { 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512' } as const;
export type DigestAlgorithm = keyof typeof digestHashes;

/** @param salt 128 random bits, used for nothing else: whoever has the digest could try values otherwise */
export function disclosure(salt: string, name: string, value: JsonValue): Disclosure {
  const text = Buffer.from(JSON.stringify([salt, name, value])).toString('base64url');
  return { text, digest: digestOf(text) };
}

/** @param text a disclosure as handed over, or random bits where a decoy is wanted */
export function digestOf(text: string, algorithm: DigestAlgorithm = 'sha-256'): string {
  return hash(digestHashes[algorithm], Buffer.from(text), 'base64url');
}

/** Of a member of an object; without a name: of an entry of a list. */
export interface Disclosed {
  name?: string;
  value: JsonValue;
}

/** Those of digests, and one that no object is safe with (as in read-json.ts). */
const refusedNames = ['_sd', '...', '__proto__'];

/** Undefined when it is none, or not written as everybody writes it. */
export function readDisclosure(text: string): Disclosed | undefined {
  const bytes = decodeBase64url(text);
  const json = bytes && decodeUtf8(bytes);
  if (json === undefined) return undefined;
  const reading = readJson(json);
  if (!reading.ok || !Array.isArray(reading.value)) return undefined;
  const [salt, ...rest] = reading.value;
  if (typeof salt !== 'string') return undefined;
  const [first, second] = rest;
  if (rest.length === 1 && first !== undefined) return { value: first };
  if (rest.length !== 2 || typeof first !== 'string' || second === undefined) return undefined;
  return refusedNames.includes(first) ? undefined : { name: first, value: second };
}
