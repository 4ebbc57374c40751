import { expect } from 'chai';
import { palettes } from '../../../src/edges/pictures/palettes.js';

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

describe('palettes of badges', () => {
  for (const { ground, soft, accent } of palettes) {
    it(`words on ${ground}, measured, have the contrast of WCAG's level AAA, lines that of graphics`, () => {
      expect(contrast('#ffffff', ground)).to.be.above(7);
      expect(contrast(soft, ground)).to.be.above(7);
      expect(contrast(accent, ground)).to.be.above(3);
    });
  }
});
