/** What of a text can be drawn with a font: signs that it lacks, such as emoji, are left out. */
import type { FontMetrics } from './fonts.js';

/** Longer texts are cut before anything is measured: no badge has room for them. */
const mostCharacters = 500;

const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function graphemes(text: string): string[] {
  return [...signs.segment(text)].map(({ segment }) => segment);
}

/**
 * On one line, composed, without control signs. Empty when the font lacks one of its letters or digits: half a title
 * would tell something else.
 */
export function drawableText(text: string, font: FontMetrics): string {
  const kept: string[] = [];
  const plain = text.slice(0, mostCharacters).normalize('NFC').replace(/\s+/gu, ' ').replace(/\p{C}/gu, '');
  for (const sign of graphemes(plain)) {
    if ([...sign].every((character) => font.has(character.codePointAt(0) ?? 0))) kept.push(sign);
    else if (/[\p{L}\p{N}]/u.test(sign)) return '';
  }
  return kept.join('').replace(/ +/g, ' ').trim();
}
