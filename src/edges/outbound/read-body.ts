/** Reads the body of an answer whole, decompressed, as long as it stays within a number of bytes. */
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Problem } from '../../shared/problem.js';

/** What we ask for; others are read where it costs nothing. */
export const acceptedEncodings = 'gzip, br';

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** Undefined when the body is not encoded, or so that it cannot be decoded: then it is handed on as it is. */
export function decoderFor(contentEncoding: string | undefined): (() => Transform) | undefined {
  return decoders[(contentEncoding ?? '').trim().toLowerCase()];
}

/**
 * The bytes are counted after decompression; reading ends at the first one too many.
 * @throws Problem fetch-failed (too-large); whatever the stream or the decoder fails with
 */
export async function readBody(
  body: Readable,
  decoder: (() => Transform) | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  // The pipeline's own callback has nothing to tell: a failure on either side also ends the loop below.
  const decoded = decoder ? pipeline(body, decoder(), () => undefined) : body;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of decoded as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function tooLarge(maxBytes: number): Problem {
  return new Problem('fetch-failed', {
    detail: `the answer is larger than ${maxBytes} bytes`,
    facts: { reason: 'too-large' },
  });
}
