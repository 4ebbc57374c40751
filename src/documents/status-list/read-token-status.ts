/**
 * Where a JWT says its status stands, and what a Token Status List says there. Its signature is the caller's affair.
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-status-list/
 */
import { inflateSync } from 'node:zlib';
import { z } from 'zod';
import { absoluteUrl } from '../../shared/absolute-url.js';
import { isJsonObject, type JsonValue } from '../json/json-value.js';

export type TokenStatusReference =
  | { found: 'none' }
  | { found: 'unknown-kind' }
  | { found: 'malformed' }
  | { found: 'token-list'; uri: string; index: number };

const referenceShape = z.looseObject({
  idx: z.int().min(0).max(999_999_999),
  uri: z.string().refine((text) => /^https?:\/\//.test(text) && absoluteUrl(text) !== undefined),
});

/** @param status the claim */
export function tokenStatusReference(status: JsonValue | undefined): TokenStatusReference {
  if (status === undefined) return { found: 'none' };
  if (!isJsonObject(status)) return { found: 'malformed' };
  if (status['status_list'] === undefined) return { found: 'unknown-kind' };
  const reference = referenceShape.safeParse(status['status_list']);
  return reference.success
    ? { found: 'token-list', uri: reference.data.uri, index: reference.data.idx }
    : { found: 'malformed' };
}

/** Payload of a Status List Token. */
export const tokenStatusListShape = z.looseObject({
  iss: z.string().optional(),
  sub: z.string(),
  iat: z.number(),
  exp: z.number().optional(),
  status_list: z.looseObject({
    bits: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8)]),
    lst: z.string().regex(/^[\w-]+$/),
  }),
});

/** Longest list that is unpacked, bytes. */
const largest = 16 * 1024 * 1024;

/** The value at a place: 0 valid, 1 invalid, 2 suspended, others as its issuer likes. Places are counted from the low end of each byte. */
export function readTokenStatus(
  { bits, lst }: { bits: number; lst: string },
  index: number,
): number | 'list-malformed' | 'place-outside' {
  let list: Buffer;
  try {
    list = inflateSync(Buffer.from(lst, 'base64url'), { maxOutputLength: largest });
  } catch {
    return 'list-malformed';
  }
  const place = index * bits;
  const byte = list[Math.floor(place / 8)];
  return byte === undefined ? 'place-outside' : (byte >> (place % 8)) & (2 ** bits - 1);
}
