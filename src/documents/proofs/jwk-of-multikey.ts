/** A Multikey as JWK: Ed25519, P-256 and P-384, told apart by their first two bytes. https://www.w3.org/TR/cid-1.0/#Multikey */
import { ECDH } from 'node:crypto';
import type { JWK } from 'jose';
import { decodeMultibase } from './multibase.js';

/** Bytes of the point, compressed; the curve as node:crypto calls it. */
const curves = [
  { crv: 'P-256', curve: 'prime256v1', prefix: [0x80, 0x24], length: 33 },
  { crv: 'P-384', curve: 'secp384r1', prefix: [0x81, 0x24], length: 49 },
] as const;

/** Undefined for other kinds, other lengths, and what is no point of its curve. */
export function jwkOfMultikey(multikey: string): JWK | undefined {
  const bytes = Buffer.from(decodeMultibase(multikey) ?? []);
  const key = bytes.subarray(2);
  const isOf = (prefix: readonly number[], length: number): boolean =>
    bytes[0] === prefix[0] && bytes[1] === prefix[1] && key.length === length;
  if (isOf([0xed, 0x01], 32)) return { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') };
  const found = curves.find(({ prefix, length }) => isOf(prefix, length));
  const point = found && wholePoint(key, found.curve);
  if (!point) return undefined;
  // 0x04, then both coordinates
  const middle = (point.length + 1) / 2;
  const coordinate = (from: number, to?: number): string => point.subarray(from, to).toString('base64url');
  return { kty: 'EC', crv: found.crv, x: coordinate(1, middle), y: coordinate(middle) };
}

function wholePoint(compressed: Buffer, curve: string): Buffer | undefined {
  try {
    return Buffer.from(ECDH.convertKey(compressed, curve, undefined, undefined, 'uncompressed') as Buffer);
  } catch {
    return undefined;
  }
}
