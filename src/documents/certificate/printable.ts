/**
 * What of a text can be printed. The font has Latin, Greek and Cyrillic letters; others (Arabic, Hebrew, Georgian, Chinese,
 * Indic scripts and so on) would come out as empty boxes of its own, which no reader could explain.
 */

const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Stands for a letter or digit that the font lacks. */
const placeholder = '□';

interface Printable {
  text: string;
  /** All letters and digits, and those of them that the font lacks. */
  letters: number;
  lacking: number;
}

/**
 * Composed, without control signs; line breaks are kept. Letters and digits that the font lacks become placeholders; other signs,
 * such as emoji, are left out.
 * @param has whether the font has a code point
 */
export function printable(text: string, has: (codePoint: number) => boolean): Printable {
  const kept: string[] = [];
  let letters = 0;
  let lacking = 0;
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/(?!\n)\p{C}/gu, '');
  for (const { segment } of signs.segment(plain)) {
    const isLetter = /[\p{L}\p{N}]/u.test(segment);
    const lacks = [...segment].some((sign) => sign !== '\n' && !has(sign.codePointAt(0) ?? 0));
    if (isLetter) letters += 1;
    if (!lacks) kept.push(segment);
    else if (isLetter) {
      lacking += 1;
      kept.push(placeholder);
    }
  }
  return { text: kept.join('').replace(/ +/g, ' ').trim(), letters, lacking };
}
