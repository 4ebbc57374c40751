/**
 * The bitstring of a status list: 131,072 places, GZIP, multibase base64url. One widespread verifier counts the bits of a byte
 * from the other end and reads place i as i XOR 7; so each award owns the pair (i, i XOR 7) and both are flipped.
 * https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-encoding
 */
import { gunzipSync, gzipSync } from 'node:zlib';

/** The least that the specification allows: a crowd to hide in. */
export const statusListPlaces = 131_072;

/** The other place of the pair. */
export const pairedPlace = (index: number): number => index ^ 7;

/** The list, not compressed; both places of each pair are set. @throws RangeError for a place outside it */
export function statusBits(revokedIndexes: Iterable<number>): Buffer {
  const bits = Buffer.alloc(statusListPlaces / 8);
  for (const index of revokedIndexes) {
    if (!Number.isInteger(index) || index < 0 || index >= statusListPlaces) {
      throw new RangeError(`there is no place ${index} in a status list`);
    }
    for (const place of [index, pairedPlace(index)]) {
      bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
    }
  }
  return bits;
}

/** `u` and base64url of the compressed list. The same bytes for the same input. @throws as statusBits */
export function encodeStatusList(revokedIndexes: Iterable<number>): string {
  const zipped = gzipSync(statusBits(revokedIndexes), { level: 9 });
  // the operating system byte of the header: the same everywhere
  zipped[9] = 255;
  return `u${zipped.toString('base64url')}`;
}

export type StatusBit = 'set' | 'clear' | 'list-malformed' | 'list-too-short' | 'place-outside';

/** Longest list that is unpacked, bytes (128 million places). */
const largest = 16 * 1024 * 1024;

/** The bit at a place, counted from the left end of each byte as the specification says. */
export function readStatus(encodedList: string, index: number): StatusBit {
  if (!/^u[A-Za-z0-9_-]+$/.test(encodedList)) return 'list-malformed';
  let bits: Buffer;
  try {
    bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: largest });
  } catch {
    return 'list-malformed';
  }
  if (bits.length * 8 < statusListPlaces) return 'list-too-short';
  if (!Number.isInteger(index) || index < 0 || index >= bits.length * 8) return 'place-outside';
  return (bits[index >> 3] ?? 0) & (0x80 >> (index & 7)) ? 'set' : 'clear';
}
