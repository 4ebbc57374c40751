/** PNG as a row of chunks: found, checked and spliced without touching the others. https://www.w3.org/TR/png-3/#5DataRep */
import { crc32 } from 'node:zlib';

export interface PngChunk {
  /** Four letters. */
  type: string;
  /** Offset of the chunk's length field in the file. */
  start: number;
  /** Offset after its CRC. */
  end: number;
  data: Uint8Array;
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export const looksLikePng = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 && signature.equals(bytes.subarray(0, 8));

/**
 * All chunks up to IEND; undefined when it is no PNG, is cut off, or a chunk's length is wrong.
 * @param checked types whose CRC is checked (all would take long): a wrong one makes it undefined
 */
export function pngChunks(png: Uint8Array, checked: readonly string[] = []): PngChunk[] | undefined {
  if (!looksLikePng(png)) return undefined;
  const view = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const chunks: PngChunk[] = [];
  for (let start = 8; start + 12 <= view.length;) {
    const length = view.readUInt32BE(start);
    const end = start + 12 + length;
    if (length > 0x7fffffff || end > view.length) return undefined;
    const type = view.toString('latin1', start + 4, start + 8);
    if (checked.includes(type) && crc32(view.subarray(start + 4, end - 4)) !== view.readUInt32BE(end - 4)) {
      return undefined;
    }
    chunks.push({ type, start, end, data: view.subarray(start + 8, end - 4) });
    if (type === 'IEND') return chunks[0]?.type === 'IHDR' ? chunks : undefined;
    start = end;
  }
  return undefined;
}

/** A chunk as it stands in the file: length, type, data, CRC. */
export function encodePngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}
