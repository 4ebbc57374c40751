/**
 * The parts of an LMS's token; nothing of them is to be believed before the signature is verified. Unlike the reader of strangers'
 * credentials (documents/proofs/compact-jws.ts) it takes the payload as it is: it may be no JSON, and that is told afterwards.
 * https://www.rfc-editor.org/rfc/rfc7515#section-7.1
 */

export interface TokenParts {
  header: Record<string, unknown>;
  payload: Buffer;
  /** What the signature is over. */
  signed: Buffer;
  signature: Buffer;
}

/** Undefined for any text that is no JWS of three parts with a JSON object as header. */
export function readToken(token: string): TokenParts | undefined {
  const [, header = '', payload = '', signature = ''] = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(token) ?? [];
  const read = jsonObject(Buffer.from(header, 'base64url'));
  return (
    read && {
      header: read,
      payload: Buffer.from(payload, 'base64url'),
      signed: Buffer.from(`${header}.${payload}`, 'ascii'),
      signature: Buffer.from(signature, 'base64url'),
    }
  );
}

/** The JSON object in UTF-8; undefined for anything else. */
export function jsonObject(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
