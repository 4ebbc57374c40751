/** The language of a request: `?lang=` on our own pages, the visit's, else the browser's, else English. */
import type { RequestHandler } from 'express';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The supported language of a BCP 47 tag (Moodle writes fr_be); undefined when it is not one of ours. */
export function languageOfTag(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary);
}

export const chooseLanguage: RequestHandler = (req, res, next) => {
  const asked = typeof req.query['lang'] === 'string' ? languageOfTag(req.query['lang']) : undefined;
  const accepted = req.acceptsLanguages([...languages]);
  req.language = asked ?? (accepted ? languageOfTag(accepted) : undefined) ?? 'en';
  res.locals['lang'] = req.language;
  res.locals['dir'] = 'ltr';
  res.vary('Accept-Language');
  next();
};
