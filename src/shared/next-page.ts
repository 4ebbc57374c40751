/**
 * The next page of a list, from the Link header. https://www.rfc-editor.org/rfc/rfc8288
 * Moodle's grade services escape the address as HTML and write curly quotes around the relation: both are read.
 */
import { Problem } from './problem.js';

const link = /<([^>]*)>([^<]*)/g;
/** The quotes around the relation may be straight, curly (as bytes) or none. */
const isNext = /;\s*rel\s*=\s*[^\w,;]*(?:[\w-]+\s+)*next(?![\w-])/i;

/**
 * Undefined when this was the last page.
 * @param at the address that was asked
 * @throws Problem lms-answer-unreadable when the next page is on another server: our token must not go there
 */
export function nextPage(header: string | undefined, at: string): string | undefined {
  for (const [, address = '', parameters = ''] of (header ?? '').matchAll(link)) {
    if (!isNext.test(parameters)) continue;
    const text = address.replaceAll('&amp;', '&');
    if (!URL.canParse(text, at))
      throw new Problem('lms-answer-unreadable', { detail: 'next page: no address' });
    const next = new URL(text, at);
    if (next.origin !== new URL(at).origin)
      throw new Problem('lms-answer-unreadable', { detail: 'next page on another server' });
    return next.href;
  }
  return undefined;
}
