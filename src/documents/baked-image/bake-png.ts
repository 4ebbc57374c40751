/**
 * Bakes a badge into a PNG: one uncompressed iTXt chunk before the image data, every other chunk untouched.
 * https://www.imsglobal.org/spec/ob/v3p0/#baking and https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/baking/
 */
import { Problem } from '../../shared/problem.js';
import { badgeKeywords, type BakedVersion } from './baked-version.js';
import { internationalText, keywordOf } from './international-text.js';
import { encodePngChunk, pngChunks } from './png-chunks.js';

/**
 * @param badge 3.0: credential JSON or compact JWS; 2.0: assertion JSON, its address or a JWS
 * @throws Problem document-invalid when it is no PNG; a badge of the same version that is in it already is replaced
 */
export function bakePng(png: Uint8Array, version: BakedVersion, badge: string): Uint8Array {
  const chunks = pngChunks(png);
  if (!chunks) throw new Problem('document-invalid', { detail: 'not a PNG' });
  const keyword = badgeKeywords[version];
  const header = chunks[0]?.end ?? 0;
  const parts: Uint8Array[] = [
    png.subarray(0, header),
    encodePngChunk('iTXt', internationalText(keyword, badge)),
  ];
  // what is kept goes over in as few pieces as there are old badges
  let from = header;
  for (const chunk of chunks) {
    if (keywordOf(chunk) !== keyword) continue;
    parts.push(png.subarray(from, chunk.start));
    from = chunk.end;
  }
  parts.push(png.subarray(from));
  return Buffer.concat(parts);
}
