/** The language of a request: the visit's; on our own pages `?lang=`, or what was chosen so before; else the browser's, else English. */
import type { Request, RequestHandler } from 'express';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

const languageCookie = '__Host-acquis-language';
const inCookies = new RegExp(`(?:^|;\\s*)${languageCookie}=([a-z]{2,3})`);

/** The locale that dates are told in: English as in Europe, the day before the month. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

/** The supported language of a BCP 47 tag (Moodle writes fr_be); undefined when it is not one of ours. */
export function languageOfTag(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary);
}

export const chooseLanguage: RequestHandler = (req, res, next) => {
  const asked = typeof req.query['lang'] === 'string' ? languageOfTag(req.query['lang']) : undefined;
  if (asked) {
    res.cookie(languageCookie, asked, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
  }
  const accepted = req.acceptsLanguages([...languages]);
  req.language = asked ?? languageOfTag(chosenBefore(req)) ?? languageOfTag(accepted || undefined) ?? 'en';
  res.locals['lang'] = req.language;
  res.locals['dir'] = 'ltr';
  res.vary('Accept-Language, Cookie');
  next();
};

/** The language that the reader once chose on our own pages. */
function chosenBefore(req: Request): string | undefined {
  return inCookies.exec(req.headers.cookie ?? '')?.[1];
}
