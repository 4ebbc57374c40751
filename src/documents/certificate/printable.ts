/**
 * What of a text can be printed. The font has Latin, Greek and Cyrillic letters; others (Arabic, Hebrew, Georgian, Chinese,
 * Indic scripts and so on) would come out as empty boxes, so that a sentence takes the place of the whole text.
 */

const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Composed, without control signs; line breaks are kept. Signs that are no letters or digits, such as emoji, are left out
 * where the font lacks them.
 * @param has whether the font has a code point
 * @returns undefined when a letter or digit is lacking: part of a name or title would tell something else.
 */
export function printable(text: string, has: (codePoint: number) => boolean): string | undefined {
  const kept: string[] = [];
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/(?!\n)\p{C}/gu, '');
  for (const { segment } of signs.segment(plain)) {
    const lacks = [...segment].some((sign) => sign !== '\n' && !has(sign.codePointAt(0) ?? 0));
    if (!lacks) kept.push(segment);
    else if (/[\p{L}\p{N}]/u.test(segment)) return undefined;
  }
  return kept.join('').replace(/ +/g, ' ').trim();
}
