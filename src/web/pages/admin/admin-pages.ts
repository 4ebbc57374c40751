/** The pages of the administrator: /admin. */
import { Router } from 'express';
import { guardForms } from '../../forms/form-token.js';
import { requireAdministrator } from '../../middleware/require-administrator.js';
import type { WebServices } from '../../web-services.js';
import { checkPages } from './check-pages.js';
import { compromisedKeyPages } from './compromised-key-pages.js';
import { endorsementAdminPages } from './endorsement-admin-pages.js';
import { eventSecretPages } from './event-secret-pages.js';
import { institutionAdminPages } from './institution-admin-pages.js';
import { keyPages } from './key-pages.js';
import { linkPages } from './link-pages.js';
import { platformPages } from './platform-pages.js';
import { sealPages } from './seal-pages.js';
import { showOverview } from './show-overview.js';
import { signInPages, signOutHandler } from './sign-in-pages.js';
import { webServicePages } from './web-service-pages.js';

export function adminPages(services: WebServices): Router {
  const admin = Router();
  admin.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  admin.use(signInPages(services));
  admin.use(requireAdministrator(services));
  admin.use(guardForms(services.sessionKey, (req) => `admin:${req.administratorSecret}`));
  admin.post('/sign-out', signOutHandler(services));
  admin.get('/', showOverview(services));
  for (const pages of [
    institutionAdminPages,
    endorsementAdminPages,
    keyPages,
    compromisedKeyPages,
    sealPages,
    linkPages,
    platformPages,
    webServicePages,
    eventSecretPages,
    checkPages,
  ])
    admin.use(pages(services));

  const router = Router();
  router.use('/admin', admin);
  return router;
}
