/** Pages that become files: they say so, lead to their other language as a file, and to nothing that needs this program. */
import { Router } from 'express';
import { languages } from './middleware/language.js';
import { dayIn, wordsIn } from './pages/words-of.js';

/** @param keptAt when the copy is made */
export function keptCopy(keptAt: Date): Router {
  const router = Router();
  router.use((req, res, next) => {
    const folder = req.path === '/' ? '' : req.path;
    // by its name, as the address itself may be answered in the language that the browser asks for
    const file = (language: string): string =>
      `${folder}/index.${language === 'en' ? '' : `${language}.`}html`;
    res.locals['keptCopy'] = wordsIn(req, 'common')('keptCopy.told', { date: dayIn(req)(keptAt) });
    res.locals['languageLinks'] = languages
      .filter((language) => language !== req.language)
      .map((language) => ({ language, href: file(language) }));
    next();
  });
  router.get(['/', '/verify'], (req, res) => {
    res.render('kept-copy', { title: wordsIn(req, 'common')('keptCopy.title') });
  });
  return router;
}
