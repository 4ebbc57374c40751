/** The bytes of a stream, unpacked: as they are, or by Flate with or without a PNG predictor. ISO 32000-1, 7.4.4 */
import { inflateSync } from 'node:zlib';
import type { PdfBudget } from './pdf-budget.js';
import { isDictionary, nameOf, PdfTrouble, type PdfDictionary, type PdfValue } from './pdf-value.js';

/** Widest row of a table that is packed with a predictor, bytes. */
const widest = 1024;

/**
 * @param dictionary of the stream, its references followed
 * @throws PdfTrouble broken for other filters too, too-complex for more bytes than the budget has
 */
export function unpackStream(bytes: Uint8Array, dictionary: PdfDictionary, budget: PdfBudget): Buffer {
  const filters = single(dictionary.get('Filter'));
  if (filters === undefined) {
    budget.spend('unpacked', bytes.length);
    return Buffer.from(bytes);
  }
  if (nameOf(filters) !== 'FlateDecode') throw new PdfTrouble('broken');
  const unpacked = inflated(bytes, budget);
  const parameters = single(dictionary.get('DecodeParms'));
  return isDictionary(parameters) ? withoutPredictor(unpacked, parameters) : unpacked;
}

/** A list of one is that one; undefined for nothing. */
function single(value: PdfValue | undefined): PdfValue | undefined {
  const [first, ...others] = Array.isArray(value) ? value : [value];
  if (others.length > 0) throw new PdfTrouble('broken');
  return first ?? undefined;
}

function inflated(bytes: Uint8Array, budget: PdfBudget): Buffer {
  try {
    const unpacked = inflateSync(bytes, { maxOutputLength: Math.max(1, budget.left('unpacked')) });
    budget.spend('unpacked', unpacked.length);
    return unpacked;
  } catch (error) {
    if (error instanceof PdfTrouble) throw error;
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new PdfTrouble(tooLarge ? 'too-complex' : 'broken');
  }
}

/** https://www.w3.org/TR/png-3/#9Filters, one byte a sample: cross-reference and object streams use no other. */
function withoutPredictor(packed: Buffer, parameters: PdfDictionary): Buffer {
  const predictor = parameters.get('Predictor') ?? 1;
  if (predictor === 1) return packed;
  const columns = parameters.get('Columns') ?? 1;
  const isPlain = (parameters.get('Colors') ?? 1) === 1 && (parameters.get('BitsPerComponent') ?? 8) === 8;
  const isPng = typeof predictor === 'number' && predictor >= 10 && predictor <= 15;
  if (!isPng || !isPlain || !Number.isInteger(columns)) throw new PdfTrouble('broken');
  const width = Number(columns);
  if (width < 1 || width > widest || packed.length % (width + 1) !== 0) throw new PdfTrouble('broken');
  const rows = packed.length / (width + 1);
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = packed.readUInt8(row * (width + 1));
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column > 0 ? (out[at - 1] ?? 0) : 0;
      const above = row > 0 ? (out[at - width] ?? 0) : 0;
      const corner = column > 0 && row > 0 ? (out[at - width - 1] ?? 0) : 0;
      out[at] = (packed[row * (width + 1) + 1 + column] ?? 0) + predicted(kind, left, above, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const guess = left + above - corner;
      const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(guess - one));
      if (Number(toLeft) <= Number(toAbove) && Number(toLeft) <= Number(toCorner)) return left;
      return Number(toAbove) <= Number(toCorner) ? above : corner;
    }
    default:
      throw new PdfTrouble('broken');
  }
}
