/** Takes the badge out of a PNG; 3.0 comes before 2.0 when both are there. https://www.imsglobal.org/spec/ob/v3p0/#baking */
import { badgeKeywords, type Unbaked } from './baked-version.js';
import { keywordOf, textOf } from './international-text.js';
import { pngChunks } from './png-chunks.js';

/** 'broken': no PNG, cut off, a wrong CRC, or a chunk that is compressed or not UTF-8. */
export function unbakePng(png: Uint8Array): Unbaked {
  const chunks = pngChunks(png, ['iTXt', 'tEXt', 'zTXt']);
  if (!chunks) return { found: 'broken' };
  for (const version of ['3.0', '2.0'] as const) {
    const baked = chunks.filter((chunk) => keywordOf(chunk) === badgeKeywords[version]);
    if (baked.length > 1) return { found: 'several' };
    const [chunk] = baked;
    if (!chunk) continue;
    const badge = textOf(chunk);
    return badge === undefined ? { found: 'broken' } : { found: 'badge', version, badge };
  }
  return { found: 'nothing' };
}
