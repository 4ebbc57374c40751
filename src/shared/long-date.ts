/** A day in words, in UTC: 1 September 2026, 1er septembre 2026. */

export type LongDate = Pick<Intl.DateTimeFormat, 'format'>;

/** @param language English is British. @param options `timeStyle` adds the time of the day */
export function longDate(language: 'en' | 'fr', options: { timeStyle?: 'short' } = {}): LongDate {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', ...options });
  return language === 'fr' ? withFirst(format) : format;
}

/** In French the first of a month is an ordinal, which Intl does not know. */
const withFirst = (format: Intl.DateTimeFormat): LongDate => ({
  format: (moment) =>
    format
      .formatToParts(moment)
      .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
      .join(''),
});
