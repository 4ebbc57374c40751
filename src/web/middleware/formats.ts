/** How dates and numbers are told in a language. Each format is made once: making one takes longer than a hundred uses. */
import { longDate, type LongDate } from '../../shared/long-date.js';
import type { Language } from './language.js';

export interface Formats {
  /** 1 September 2026. In UTC as credentials tell it, wherever the reader is. */
  day: LongDate;
  /** 1 September 2026 at 08:00, in UTC. */
  minute: LongDate;
  /** 17.5 or 17,5. */
  number: Intl.NumberFormat;
}

const made = new Map<Language, Formats>();

export function formatsIn(language: Language): Formats {
  const known = made.get(language);
  if (known) return known;
  const formats = {
    day: longDate(language),
    minute: longDate(language, { timeStyle: 'short' }),
    number: new Intl.NumberFormat(language, { maximumFractionDigits: 2 }),
  };
  made.set(language, formats);
  return formats;
}
