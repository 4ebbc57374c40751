/** What an institution offers, for its page: by name, each with the way to the page of its current version. */
import type { Request } from 'express';
import type { OfferedNow } from '../../../domain/micro-credentials/offered-now.js';
import { localeOf } from '../../middleware/language.js';
import { atAGlance } from '../at-a-glance.js';
import { writtenText } from '../words-of.js';

export interface OfferedRow {
  title: string;
  /** Where the title is in another language than the page. */
  lang?: string;
  href: string;
  glance: string;
}

export function offeredRows(
  req: Request,
  offered: readonly OfferedNow[],
  addressOf: (id: string, number: number) => string,
): OfferedRow[] {
  const { compare } = new Intl.Collator(localeOf(req.language), { numeric: true });
  return offered
    .map(({ id, number, definition }) => {
      const { text, lang } = writtenText(req, definition.title, definition.language);
      return {
        title: text,
        lang,
        href: addressOf(id, number),
        glance: atAGlance(req, definition).join(', '),
      };
    })
    .sort((one, other) => compare(one.title, other.title));
}
