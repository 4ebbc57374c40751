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
  const [headerPart = '', payloadPart = '', signaturePart = ''] = compact.split('.');
  const [header, payload] = [headerPart, payloadPart].map(readPart);
  if (!header || !payload || !isCanonical(signaturePart)) return undefined;
  return { compact, header: header.object, payload: payload.object, oddNumbers: payload.oddNumbers };
}

/** Whatever does not come back the same was not base64url without padding, or could be written in several ways. */
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}

function readPart(part: string): { object: JsonObject; oddNumbers: number } | undefined {
  if (!isCanonical(part)) return undefined;
  const text = decodeUtf8(Buffer.from(part, 'base64url'));
  if (text === undefined) return undefined;
  const reading = readJson(text);
  if (!reading.ok || !isJsonObject(reading.value)) return undefined;
  return { object: reading.value, oddNumbers: reading.oddNumbers };
}
