/** Reads the body of an answer whole, decompressed, as long as it stays within a number of bytes. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { Problem } from '../../shared/problem.js';

/** What we ask for. */
export const acceptedEncodings = 'gzip, br';

type Decode = (bytes: Buffer, limits: { maxOutputLength: number }) => Promise<Buffer>;

const decoders: Record<string, Decode> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: promisify(inflate),
};

/** Undefined when the body is not encoded, or in a way that we did not ask for: then it is handed on as it is. */
export function decoderFor(contentEncoding: string | undefined): Decode | undefined {
  return decoders[(contentEncoding ?? '').trim().toLowerCase()];
}

/**
 * The limit holds for what is sent and for what comes out of it; reading and decoding end at the first byte too many.
 * @throws Problem fetch-failed (too-large); whatever the stream or the decoder fails with
 */
export async function readBody(
  body: AsyncIterable<Buffer>,
  decode: Decode | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const sent = Buffer.concat(chunks);
  // Answers without a body name an encoding, too.
  if (!decode || sent.length === 0) return sent;
  try {
    return await decode(sent, { maxOutputLength: maxBytes });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(maxBytes) : error;
  }
}

function tooLarge(maxBytes: number): Problem {
  return new Problem('fetch-failed', {
    detail: `the answer is larger than ${maxBytes} bytes`,
    facts: { reason: 'too-large' },
  });
}
