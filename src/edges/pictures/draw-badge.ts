/** Draws a badge as PNG, beside the event loop. Loads the renderer and the fonts: see create-pictures.ts for when. */
import { renderAsync } from '@resvg/resvg-js';
import { badgeFonts } from './badge-fonts.js';
import { badgeSvg } from './badge-svg.js';
import { encodePng } from './encode-png.js';
import { fontFamily, fontFiles } from './fonts.js';

export async function drawBadge(input: { title: string; issuer: string; seed: string }): Promise<Uint8Array> {
  const rendered = await renderAsync(badgeSvg(input, badgeFonts), {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily },
  });
  return encodePng(rendered.pixels, rendered.width, rendered.height);
}
