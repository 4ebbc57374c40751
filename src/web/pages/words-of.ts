/** The words of the page's language for handlers: `say` takes a whole key, `words` one below course.json. */
import type { Request } from 'express';
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
  const format = new Intl.DateTimeFormat(req.language === 'en' ? 'en-GB' : req.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (date) => format.format(date);
}
