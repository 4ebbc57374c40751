/**
 * The fonts of certificates, which are embedded: Source Sans 3 (SIL Open Font Licence), with Latin, Greek and Cyrillic letters.
 * Loads them to know which letters they have: see make-certificate.ts for when.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

const require = createRequire(import.meta.url);

/** Each document reads them anew: a font that two shared would tell the second which letters the first saw in a sign. */
export const fontFiles = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
};
export type Weight = keyof typeof fontFiles;

const fonts = Object.values(fontFiles).map((file) => create(readFileSync(file)) as Font);

/** True where every weight has the sign. */
export function fontHas(codePoint: number): boolean {
  return fonts.every((font) => font.hasGlyphForCodePoint(codePoint));
}
