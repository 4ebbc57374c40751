/**
 * Writes pixels as PNG, compressed beside the event loop. Smaller than what the renderer writes (which also does it on the
 * event loop): flat colours compress best without filters. https://www.w3.org/TR/png-3/
 */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { encodePngChunk } from '../../documents/baked-image/png-chunks.js';

const compress = promisify(deflate);
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** @param premultiplied four bytes a pixel: red, green, blue (each multiplied with alpha), alpha */
export async function encodePng(
  premultiplied: Uint8Array,
  width: number,
  height: number,
): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8); // 8 bits a channel, colours with alpha
  const data = await compress(scanlines(premultiplied, width, height), { level: 9 });
  return Buffer.concat([
    signature,
    encodePngChunk('IHDR', header),
    encodePngChunk('IDAT', data),
    encodePngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each line begins with a byte for its filter, 0: none. */
function scanlines(premultiplied: Uint8Array, width: number, height: number): Buffer {
  const bytes = width * 4;
  const lines = Buffer.alloc((bytes + 1) * height);
  for (let y = 0; y < height; y++) {
    const start = y * (bytes + 1) + 1;
    lines.set(premultiplied.subarray(y * bytes, (y + 1) * bytes), start);
    for (let at = start; at < start + bytes; at += 4) {
      const alpha = lines[at + 3] ?? 0;
      if (alpha === 0 || alpha === 255) continue;
      for (let channel = at; channel < at + 3; channel++) {
        lines[channel] = Math.min(255, Math.round(((lines[channel] ?? 0) * 255) / alpha));
      }
    }
  }
  return lines;
}
