/** The parts of a compact JWS, decoded but not verified. https://www.rfc-editor.org/rfc/rfc7515#section-7.1 */
import { decodeBase64url } from '../json/decode-base64url.js';
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
  const [headerPart = '', payloadPart = '', signaturePart = ''] = compact.split('.');
  const [header, payload] = [headerPart, payloadPart].map(readJwsPart);
  if (!header || !payload || !decodeBase64url(signaturePart)) return undefined;
  return { compact, header: header.object, payload: payload.object, oddNumbers: payload.oddNumbers };
}

/** A header or a payload. Undefined when it is no strict JSON object in base64url. */
export function readJwsPart(part: string): { object: JsonObject; oddNumbers: number } | undefined {
  const bytes = decodeBase64url(part);
  const text = bytes && decodeUtf8(bytes);
  if (text === undefined) return undefined;
  const reading = readJson(text);
  if (!reading.ok || !isJsonObject(reading.value)) return undefined;
  return { object: reading.value, oddNumbers: reading.oddNumbers };
}
