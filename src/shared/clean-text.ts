/**
 * Text as it may be signed: control characters break signatures in one widespread verifier, and lone surrogates are no text.
 * https://www.unicode.org/versions/Unicode15.0.0/ch23.pdf (control codes)
 */

const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** More marks on one letter than any script has; the Unicode Stream-Safe Text Format allows as many. */
const marks = /(\p{M}{30})\p{M}+/gu;

/**
 * NFC in a time that a stranger cannot stretch: long runs of marks take quadratic time to be put in order, so that they are
 * cut. https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
export function composed(text: string): string {
  return text.replace(marks, '$1').normalize('NFC');
}

/** Several lines: LF alone ends a line, tabs are spaces, no other control character (C0, DEL, C1); NFC. Not trimmed. */
function cleanText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' ? character : ''))
    .replace(loneSurrogates, '\uFFFD');
  return composed(clean);
}

/** As cleanText, trimmed. */
export function cleanParagraphs(text: string): string {
  return cleanText(text).trim();
}

/**
 * Begins and ends of embeddings, overrides and isolates: one that is not ended turns what stands behind the text on its line. Marks,
 * which some scripts need, stay. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
 */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line: as cleanText, line ends become spaces, and nothing in it turns what stands around it; trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n/g, ' ').replace(turning, '').trim();
}
