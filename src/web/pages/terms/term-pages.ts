/** Stable pages that explain the `ext:` types of our documents: what is signed points to them. */
import { Router } from 'express';
import { addresses } from '../../../documents/addresses.js';
import { terms } from '../../../documents/european-elements/terms.js';
import { Problem } from '../../../shared/problem.js';
import { openToAll } from '../../documents/send-document.js';
import type { Language } from '../../middleware/language.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';
import { identifierTerms } from './identifier-terms.js';

const explained = new Map<string, Record<Language, string>>(Object.entries({ ...terms, ...identifierTerms }));

export function termPages({ base }: WebServices): Router {
  const router = Router();
  const at = addresses(base);

  router.get('/terms', (req, res) => {
    const words = wordsIn(req, 'public');
    res.render('terms', {
      title: words('terms.title'),
      publicHead: { address: `${base}/terms`, description: words('terms.lead') },
      terms: [...explained].map(([name, text]) => ({ name, text: text[req.language], href: at.term(name) })),
      wide: true,
    });
  });

  router.all('/terms/:name', openToAll);
  router.get('/terms/:name', (req, res) => {
    const { name } = req.params;
    const text = explained.get(name);
    if (!text) throw new Problem('not-found', { detail: 'no such term' });
    res.render('term', {
      title: `ext:${name}`,
      publicHead: { address: at.term(name), description: text[req.language] },
      text: text[req.language],
    });
  });
  return router;
}
