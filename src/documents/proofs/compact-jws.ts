/** The parts of a compact JWS, decoded but not verified. https://www.rfc-editor.org/rfc/rfc7515#section-7.1 */
import { decodeUtf8 } from '../json/decode-utf8.js';
import { isJsonObject, type JsonObject } from '../json/json-value.js';
import { readJson } from '../json/read-json.js';

export interface CompactJws {
  /** As given. */
  compact: string;
  header: JsonObject;
  payload: JsonObject;
  /** Numbers of the payload written as 3.0 or 3e0. */
  oddNumbers: number;
}

export const looksLikeCompactJws = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);

/** Undefined when it is none, or when header or payload is not strict JSON. */
export function readCompactJws(compact: string): CompactJws | undefined {
  if (!looksLikeCompactJws(compact)) return undefined;
  const [header, payload] = compact.split('.', 2).map(readPart);
  if (!header || !payload) return undefined;
  return { compact, header: header.object, payload: payload.object, oddNumbers: payload.oddNumbers };
}

function readPart(part: string): { object: JsonObject; oddNumbers: number } | undefined {
  const bytes = Buffer.from(part, 'base64url');
  // anything that does not come back the same was not base64url without padding
  if (bytes.toString('base64url') !== part) return undefined;
  const text = decodeUtf8(bytes);
  if (text === undefined) return undefined;
  const reading = readJson(text);
  if (!reading.ok || !isJsonObject(reading.value)) return undefined;
  return { object: reading.value, oddNumbers: reading.oddNumbers };
}
