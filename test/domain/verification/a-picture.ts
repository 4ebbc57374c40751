import { encodePngChunk } from '../../../src/documents/baked-image/png-chunks.js';

/** The smallest PNG that a badge can be baked into. */
export const aPicture: Uint8Array = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  encodePngChunk('IHDR', new Uint8Array(13)),
  encodePngChunk('IEND', new Uint8Array()),
]);
