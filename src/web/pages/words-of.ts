/** Words, dates and numbers in the page's language, for what is put together outside of the views. */
import type { Request } from 'express';
import type { LanguageMap } from '../../shared/language-map.js';
import { formatsIn } from '../middleware/formats.js';
import { say as sayTo } from '../middleware/page-locals.js';

export type Say = (key: string, values?: Record<string, unknown>) => string;

export function sayIn(req: Request): Say {
  return (key, values) => sayTo(req, key, values);
}

/** Words of one area: wordsIn(req, 'course')('about.title'). */
export function wordsIn(req: Request, area: string): Say {
  const say = sayIn(req);
  return (key, values) => say(`${area}:${key}`, values);
}

/** A date in the page's language, in UTC as credentials tell it. */
export function dayIn(req: Request): (date: Date) => string {
  const { day } = formatsIn(req.language);
  return (date) => day.format(date);
}

/** A number in the page's language: 17.5 or 17,5. */
export function numberIn(req: Request): (value: number) => string {
  const { number } = formatsIn(req.language);
  return (value) => number.format(value);
}

/** The tag of the text to show: the first of `preferred` that has one, else any; undefined when there is none. */
export function tagIn(map: LanguageMap, ...preferred: string[]): string | undefined {
  return [...preferred, ...Object.keys(map)].find((tag) => map[tag]);
}

/** A text that people wrote, in the page's language where there is one; `lang` where it is in another. */
export function writtenText(
  req: Request,
  map: LanguageMap | undefined,
  own: string,
): { text: string; lang?: string } {
  const tag = map && tagIn(map, req.language, own);
  return { text: (tag && map[tag]) || '', lang: tag === req.language ? undefined : tag };
}
