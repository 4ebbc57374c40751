/** The art of badges: PNG of 480 x 480, drawn beside the event loop. Keeping what was drawn is the caller's business. */
import { renderAsync } from '@resvg/resvg-js';
import type { Pictures } from '../../domain/awards/pictures.js';
import { badgeSvg } from './badge-svg.js';
import { encodePng } from './encode-png.js';
import { fontFamily, fontFiles, readFont } from './fonts.js';

export function createPictures(): Pictures {
  const fonts = { 400: readFont(400), 600: readFont(600) };
  return {
    async badge(input) {
      const rendered = await renderAsync(badgeSvg(input, fonts), {
        font: { loadSystemFonts: false, fontFiles, defaultFontFamily: fontFamily },
      });
      return encodePng(rendered.pixels, rendered.width, rendered.height);
    },
  };
}
