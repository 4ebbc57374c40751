/** The public address of a published version: a page for people, documents and the picture for machines. */
import { Router } from 'express';
import { documentRoute } from '../../documents/document-route.js';
import { negotiatedRoute } from '../../documents/negotiated-route.js';
import type { WebServices } from '../../web-services.js';
import { achievementDocuments } from './achievement-documents.js';
import { showAchievement } from './show-achievement.js';
import { versionPlace } from './version-place.js';

export function achievementPages(services: WebServices): Router {
  const router = Router();
  const documents = achievementDocuments(services);
  const path = '/achievements/:id/:version';

  negotiatedRoute(router, path, showAchievement(services), [
    {
      types: ['application/ld+json', 'application/json'],
      find: (req) => documents.achievement(versionPlace(req)),
    },
    { types: ['image/png'], find: (req) => documents.picture(versionPlace(req)) },
  ]);
  documentRoute(router, `${path}/badge-class.json`, async (req) => {
    const found = await documents.badgeClass(versionPlace(req));
    return found && { ...found, type: 'application/ld+json', cache: 'changing' };
  });
  documentRoute(router, `${path}/badge-class.:keyId.json`, async (req) => {
    const found = await documents.badgeClass(versionPlace(req), String(req.params['keyId']));
    return found && { ...found, type: 'application/ld+json', cache: 'changing' };
  });
  documentRoute(router, `${path}/image.png`, async (req) => {
    const found = await documents.picture(versionPlace(req));
    return found && { ...found, type: 'image/png', cache: 'changing' };
  });
  return router;
}
