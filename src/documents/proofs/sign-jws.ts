/** A compact JWS of JSON, RS256. https://www.rfc-editor.org/rfc/rfc7515#section-5.1 */
import type { JsonObject } from '../json/json-value.js';

/** @param sign RSASSA-PKCS1-v1_5 with SHA-256 of the bytes; @param header what stands there besides alg */
export async function signJws(
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
  payload: JsonObject,
  header: JsonObject = {},
): Promise<string> {
  const encode = (part: JsonObject): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'RS256', ...header })}.${encode(payload)}`;
  const signature = await sign(Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}
