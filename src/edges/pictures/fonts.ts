/**
 * The fonts of badges, which come with Acquis: a picture must not depend on the fonts of the machine (a container has none).
 * Source Sans 3 (SIL Open Font Licence): Latin, Greek and Cyrillic letters.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

const require = createRequire(import.meta.url);

export const fontFamily = 'Source Sans 3';
const weights = {
  400: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  600: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
};
export type Weight = keyof typeof weights;
export const fontFiles: string[] = Object.values(weights);

export interface FontMetrics {
  has(codePoint: number): boolean;
  /** Width of one line in ems, kerning left out. */
  width(text: string): number;
  /** SVG path of one line, in pixels: from the origin to the right, its baseline at 0. */
  outline(text: string, size: number): string;
}

export function readFont(weight: Weight): FontMetrics {
  const font = create(readFileSync(weights[weight])) as Font;
  const widths = new Map<string, number>();
  const widthOf = (character: string): number => {
    const known = widths.get(character);
    if (known !== undefined) return known;
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const width = glyph.advanceWidth / font.unitsPerEm;
    widths.set(character, width);
    return width;
  };
  const outlineOf = (character: string, scale: number, x: number): string =>
    // letters of a font stand on their feet where y grows upwards
    font
      .glyphForCodePoint(character.codePointAt(0) ?? 0)
      .path.scale(scale, -scale)
      .translate(x, 0)
      .toSVG();
  return {
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width: (text) => [...text].reduce((sum, character) => sum + widthOf(character), 0),
    outline(text, size) {
      let x = 0;
      const outlines = [...text].map((character) => {
        const outline = outlineOf(character, size / font.unitsPerEm, x);
        x += widthOf(character) * size;
        return outline;
      });
      return outlines.join('');
    },
  };
}
