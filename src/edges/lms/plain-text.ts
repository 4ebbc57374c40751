/** The text of what people wrote in an LMS's editor: no markup, a space where a block ends. It is text from here on, never HTML again. */
import { decodeHTML } from 'entities';

export function plainText(html: string): string {
  return decodeHTML(html.replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
