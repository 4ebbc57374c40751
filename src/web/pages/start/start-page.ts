/** The start page, /: what Acquis is, for whoever comes without an invitation. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';
import { wordsIn } from '../words-of.js';

export function startPage({ base }: WebServices): Router {
  const router = Router();
  router.get('/', (req, res) => {
    const words = wordsIn(req, 'public');
    res.render('start', {
      title: words('start.title'),
      publicHead: { address: `${base}/`, description: words('start.lead') },
      audiences: ['learners', 'teachers', 'institutions', 'readers'].map((name) => ({
        title: words(`start.${name}.title`),
        text: words(`start.${name}.text`),
      })),
      wide: true,
    });
  });
  return router;
}
