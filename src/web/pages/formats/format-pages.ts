/** GET /formats: which elements each form of an award carries as data, as text, or not at all. */
import { Router } from 'express';
import { carriedElements, formats } from '../../../documents/carried/carried-elements.js';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';

export function formatPages({ base }: WebServices): Router {
  const router = Router();
  router.get('/formats', (req, res) => {
    const words = wordsIn(req, 'formats');
    res.render('formats', {
      title: words('title'),
      publicHead: { address: `${base}/formats`, description: words('lead') },
      formats: formats.map((format) => words(`format.${format}`)),
      rows: Object.entries(carriedElements).map(([name, element]) => ({
        element: words(`element.${name}`),
        annex: element.annex,
        cells: formats.map((format) => ({
          format: words(`format.${format}`),
          carried: words(`carried.${element.in[format]}`),
        })),
      })),
      wide: true,
    });
  });
  return router;
}
