/** Pixels of a PNG as Acquis writes it: 8 bits, red, green, blue, alpha, no filters. Refuses every other one. */
import { inflateSync } from 'node:zlib';
import { expect } from 'chai';
import { pngChunks } from '../../../src/documents/baked-image/png-chunks.js';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel of a line. */
  line(y: number): Buffer;
}

export function readPixels(png: Uint8Array): Pixels {
  const chunks = pngChunks(png, ['IHDR', 'IDAT', 'IEND']) ?? [];
  expect(chunks.map(({ type }) => type)).to.deep.equal(['IHDR', 'IDAT', 'IEND']);
  expect(chunks.at(-1)?.end).to.equal(png.length);
  const [header = Buffer.alloc(0), body = Buffer.alloc(0)] = chunks.map(({ data }) => Buffer.from(data));
  expect([...header.subarray(8)]).to.deep.equal([8, 6, 0, 0, 0]);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const lines = inflateSync(body);
  const stride = width * 4 + 1;
  expect(lines.length).to.equal(stride * height);
  for (let y = 0; y < height; y++) if (lines[y * stride] !== 0) throw new Error('a filter is used');
  return { width, height, line: (y) => lines.subarray(y * stride + 1, (y + 1) * stride) };
}
