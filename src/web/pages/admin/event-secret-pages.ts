/** The secret with which an LMS signs its events: made, shown once, removed. /admin/platforms/:id/events */
import { Router, type Request, type Response } from 'express';
import type { Platform } from '../../../domain/platforms/platform.js';
import { formText } from '../../forms/form-body.js';
import type { WebServices } from '../../web-services.js';
import { dayIn, wordsIn } from '../words-of.js';
import { platformOfAddress } from './platform-of-address.js';

/** What a form tells of the secret that it was shown with. */
const stateOf = (madeAt: Date | undefined): string => madeAt?.toISOString() ?? '';

export function eventSecretPages(services: WebServices): Router {
  const router = Router();

  const show = async (
    req: Request,
    res: Response,
    platform: Platform,
    page: { secret?: string; isLate?: boolean } = {},
  ): Promise<void> => {
    const words = wordsIn(req, 'events');
    const madeAt = await services.eventSecrets.madeAt(platform.id);
    const field = (id: string, value: string) => ({ id, label: words(`field.${id}`), value });
    res.render('admin-events', {
      title: words('title', { name: platform.name }),
      platform,
      late: page.isLate && words('late'),
      was: stateOf(madeAt),
      made: madeAt && words('made', { date: dayIn(req)(madeAt) }),
      fresh: page.secret && [field('secret', page.secret)],
      fields: [
        field('address', `${services.base}/events`),
        field('issuer', platform.issuer),
        field('clientId', platform.clientId),
      ],
    });
  };

  router.get('/platforms/:id/events', async (req, res) => {
    await show(req, res, await platformOfAddress(services, req.params.id));
  });

  router.post('/platforms/:id/events', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    // a page that is loaded again sends its form again: the secret that was copied must not be replaced
    if (formText(req, 'was') !== stateOf(await services.eventSecrets.madeAt(platform.id))) {
      await show(req, res.status(409), platform, { isLate: true });
      return;
    }
    // shown in this answer and never again
    await show(req, res, platform, { secret: await services.eventSecrets.make(platform.id) });
  });

  router.post('/platforms/:id/events/remove', async (req, res) => {
    const platform = await platformOfAddress(services, req.params.id);
    await services.eventSecrets.forget(platform.id);
    res.redirect(303, `/admin/platforms/${platform.id}/events`);
  });
  return router;
}
