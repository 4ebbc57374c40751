/** The iTXt chunk's data: keyword, flags, language, translated keyword, UTF-8 text. https://www.w3.org/TR/png-3/#11iTXt */
import { decodeUtf8 } from '../json/decode-utf8.js';
import type { PngChunk } from './png-chunks.js';

/** Uncompressed, without language and translated keyword. */
export function internationalText(keyword: string, text: string): Uint8Array {
  return Buffer.from(`${keyword}\0\0\0\0\0${text}`, 'utf8');
}

/** Keyword of an iTXt, tEXt or zTXt chunk; undefined for any other. */
export function keywordOf(chunk: PngChunk): string | undefined {
  if (!['iTXt', 'tEXt', 'zTXt'].includes(chunk.type)) return undefined;
  const end = chunk.data.indexOf(0);
  return end === -1 ? undefined : Buffer.from(chunk.data.subarray(0, end)).toString('latin1');
}

/** Text of an uncompressed iTXt chunk; undefined when it is another, compressed, cut off or not UTF-8. */
export function textOf(chunk: PngChunk): string | undefined {
  if (chunk.type !== 'iTXt') return undefined;
  const flags = chunk.data.indexOf(0) + 1;
  if (flags === 0 || chunk.data[flags] !== 0) return undefined;
  const translated = chunk.data.indexOf(0, flags + 2);
  const text = translated === -1 ? -1 : chunk.data.indexOf(0, translated + 1);
  return text === -1 ? undefined : decodeUtf8(chunk.data.subarray(text + 1));
}
