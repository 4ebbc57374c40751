/** The helpers of the views. Each escapes what it returns, as Handlebars does with plain text. */
import type { HelperDelegate, HelperOptions } from 'handlebars';
import type { LongDate } from '../../shared/long-date.js';
import { textIn, type LanguageMap } from '../../shared/language-map.js';
import type { Assets } from './assets.js';
import { formatsIn, type Formats } from './formats.js';
import type { Language } from './language.js';
import type { Words } from './words.js';

const languageOf = (options: HelperOptions): Language =>
  (options.data as { root: { lang?: Language } }).root.lang ?? 'en';

const formatsOf = (options: HelperOptions): Formats => formatsIn(languageOf(options));

/** As a block: {{#eq a b}}…{{else}}…{{/eq}}; as a part of an expression: {{#if (eq a b)}}. */
function answer(context: unknown, truth: boolean, options: HelperOptions): unknown {
  if (typeof options.fn !== 'function') return truth;
  return truth ? options.fn(context) : options.inverse(context);
}

/** A moment as text; '' when there is none. */
function moment(value: unknown, format: LongDate): string {
  if (!(value instanceof Date) && typeof value !== 'string' && typeof value !== 'number') return '';
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? '' : format.format(at);
}

export function viewHelpers(words: Words, assets: Assets): Record<string, HelperDelegate> {
  return {
    /** {{t 'area:key' name=value}} */
    t(key: unknown, options: HelperOptions) {
      return words.t(languageOf(options), String(key), options.hash as Record<string, unknown>);
    },
    /** {{textIn map}}: a language map in the reader's language; {{textIn map 'fr'}} prefers French. */
    textIn(map: unknown, ...rest: unknown[]) {
      const options = rest.at(-1) as HelperOptions;
      const preferred = rest.slice(0, -1).filter((tag) => typeof tag === 'string');
      return textIn(map as LanguageMap | undefined, ...preferred, languageOf(options));
    },
    date: (value: unknown, options: HelperOptions) => moment(value, formatsOf(options).day),
    dateTime: (value: unknown, options: HelperOptions) => {
      const text = moment(value, formatsOf(options).minute);
      return text ? `${text} UTC` : '';
    },
    /** The moment for machines: <time datetime="{{isoDate value}}">. */
    isoDate: (value: unknown) =>
      value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : '',
    number: (value: unknown, options: HelperOptions) =>
      typeof value === 'number' ? formatsOf(options).number.format(value) : '',
    eq(this: unknown, a: unknown, b: unknown, options: HelperOptions) {
      return answer(this, a === b, options);
    },
    not: (value: unknown) => !value,
    or: (...values: unknown[]) => values.slice(0, -1).find(Boolean),
    and: (...values: unknown[]) => values.slice(0, -1).every(Boolean),
    concat: (...values: unknown[]) =>
      values
        .slice(0, -1)
        .map((value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : ''))
        .join(''),
    /** {{array 'a' 'b'}} */
    array: (...values: unknown[]) => values.slice(0, -1),
    /** {{asset 'acquis.css'}}: the address with the hash of the contents. */
    asset: (name: unknown) => assets.addressOf(String(name)),
  };
}
