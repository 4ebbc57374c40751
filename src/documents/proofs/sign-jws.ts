/** A compact JWS of JSON, RS256 unless its header says otherwise. https://www.rfc-editor.org/rfc/rfc7515#section-5.1 */
import type { JsonObject } from '../json/json-value.js';

/**
 * @param sign signs the bytes as the header's alg says: RSASSA-PKCS1-v1_5 with SHA-256 for RS256
 * @param header what stands there besides or in place of RS256
 */
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
