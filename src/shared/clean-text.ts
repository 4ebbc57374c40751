/**
 * Text as it may be signed: control characters break signatures in one widespread verifier, and lone surrogates are no text.
 * https://www.unicode.org/versions/Unicode15.0.0/ch23.pdf (control codes)
 */

const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Several lines: LF alone ends a line, tabs are spaces, no other control character (C0, DEL, C1); NFC. Not trimmed. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' ? character : ''))
    .replace(loneSurrogates, '\uFFFD')
    .normalize('NFC');
}

/** As cleanText, trimmed. */
export function cleanParagraphs(text: string): string {
  return cleanText(text).trim();
}

/** One line: as cleanText, line ends become spaces, trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\n/g, ' ').trim();
}
