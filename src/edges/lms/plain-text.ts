/** The text of what people wrote in an LMS's editor: no markup, a space where a block ends. It is text from here on, never HTML again. */
import { decodeHTML } from 'entities';

export function plainText(html: string): string {
  return decodeHTML(withoutMarkup(html)).replace(/\s+/g, ' ').trim();
}

/** What nobody reads, from tag to tag. */
const unseen = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi };

/** Each letter is looked at a few times at most, whatever was written: an LMS may answer megabytes that are made to take long. */
function withoutMarkup(html: string): string {
  const open = new Set(Object.keys(unseen));
  let text = '';
  let at = 0;
  for (;;) {
    const begin = html.indexOf('<', at);
    const end = begin < 0 ? -1 : html.indexOf('>', begin);
    if (end < 0) return text + html.slice(at);
    text += `${html.slice(at, begin)} `;
    at = end + 1;
    const name = /^<(script|style)\b/i.exec(html.slice(begin, begin + 8))?.[1]?.toLowerCase();
    if (name === undefined || !open.has(name)) continue;
    const closing = unseen[name as keyof typeof unseen];
    closing.lastIndex = begin;
    if (closing.test(html)) at = closing.lastIndex;
    // none follows any more
    else open.delete(name);
  }
}
