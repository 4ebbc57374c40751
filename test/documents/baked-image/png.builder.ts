/** Builds small PNGs, right ones and wrong ones. https://www.w3.org/TR/png-3/ */
import { deflateSync } from 'node:zlib';
import { encodePngChunk } from '../../../src/documents/baked-image/png-chunks.js';

export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export interface BuiltChunk {
  type: string;
  data: Uint8Array;
}

/** 2 x 2 pixels, grey. */
const header: BuiltChunk = { type: 'IHDR', data: Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0) };
const image: BuiltChunk = { type: 'IDAT', data: deflateSync(Uint8Array.of(0, 1, 2, 0, 3, 4)) };
const end: BuiltChunk = { type: 'IEND', data: new Uint8Array() };

/** @param before chunks between the header and the image */
export function aPng(before: BuiltChunk[] = [], after: BuiltChunk[] = []): Uint8Array {
  return joined([header, ...before, image, ...after, end]);
}

/** Any chunks in any order behind a right signature. */
export function joined(chunks: BuiltChunk[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat([pngSignature, ...chunks.map(({ type, data }) => encodePngChunk(type, data))]),
  );
}

export const chunk = (type: string, data: string | Uint8Array): BuiltChunk => ({
  type,
  data: typeof data === 'string' ? Buffer.from(data, 'utf8') : data,
});

/** An iTXt chunk with its flags as given. */
export function text(
  keyword: string,
  words: string | Uint8Array,
  { compressed = 0, method = 0, language = '', translated = '' } = {},
): BuiltChunk {
  const front = Buffer.from(
    `${keyword}\0${String.fromCharCode(compressed, method)}${language}\0${translated}\0`,
  );
  return { type: 'iTXt', data: Buffer.concat([front, Buffer.from(words as string)]) };
}
