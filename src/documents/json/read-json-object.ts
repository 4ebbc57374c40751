/** The object in the bytes of a document that was fetched, read strictly (read-json.ts). */
import { decodeUtf8 } from './decode-utf8.js';
import { isJsonObject, type JsonObject } from './json-value.js';
import { readJson } from './read-json.js';

/** Undefined when it is not UTF-8, not JSON, or no object. */
export function readJsonObject(bytes: Uint8Array): JsonObject | undefined {
  const text = decodeUtf8(bytes);
  const reading = text === undefined ? undefined : readJson(text);
  return reading?.ok && isJsonObject(reading.value) ? reading.value : undefined;
}
