/** `npm run bench -- bake`: a signed badge baked into a PNG of 120 kB, against png-chunks-extract and png-chunks-encode. */
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import encode from 'png-chunks-encode';
import extract from 'png-chunks-extract';
import { bakePng } from '../src/documents/baked-image/bake-png.js';
import { badgeKeywords } from '../src/documents/baked-image/baked-version.js';
import { internationalText } from '../src/documents/baked-image/international-text.js';
import { encodePngChunk } from '../src/documents/baked-image/png-chunks.js';
import { achievementCredential } from '../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../src/documents/proofs/sign-data-integrity.js';
import { aCredential } from '../test/documents/credential-content.builder.js';
import { aTestIssuer } from '../test/documents/signers.js';
import { compareCosts } from './support/compare-costs.js';

const credential = achievementCredential(aCredential());
const badge = JSON.stringify(
  await signDataIntegrity((await aTestIssuer()).dataIntegrity, credential, new Date()),
);
const png = noisePng(172);

const ours = (): Uint8Array => bakePng(png, '3.0', badge);
const theirs = (): Uint8Array => {
  const chunks = extract(png);
  chunks.splice(1, 0, { name: 'iTXt', data: internationalText(badgeKeywords['3.0'], badge) });
  return encode(chunks);
};

// Only what is right counts: both must have made the same file.
if (Buffer.compare(ours(), theirs()) !== 0) throw new Error('the two baked files differ');

await compareCosts({
  name: 'bake',
  what: `a badge of ${badge.length} bytes baked into a PNG of ${png.length} bytes`,
  ours: { label: 'Acquis', run: ours },
  reference: { label: 'png-chunks-extract and png-chunks-encode', run: theirs },
});

/** Noise does not compress: a square of 172 pixels, four bytes each, is about 120 kB. In pieces of 8 kB, as libpng writes. */
function noisePng(side: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6], 8);
  const lines = Array.from({ length: side }, () => Buffer.concat([Buffer.alloc(1), randomBytes(side * 4)]));
  const body = deflateSync(Buffer.concat(lines));
  const pieces = Array.from({ length: Math.ceil(body.length / 8192) }, (_, piece) =>
    encodePngChunk('IDAT', body.subarray(piece * 8192, (piece + 1) * 8192)),
  );
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    encodePngChunk('IHDR', header),
    ...pieces,
    encodePngChunk('IEND', new Uint8Array()),
  ]);
}
