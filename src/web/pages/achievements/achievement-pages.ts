/**
 * The public addresses of a published version and of its editions in further languages: the page for people, which is in the reader's
 * language at all of them, documents and the picture for machines.
 */
import { Router, type Request } from 'express';
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
  const ofEdition = `${path}/:edition`;
  const ofJson = {
    types: ['application/ld+json', 'application/json'],
    find: (req: Request) => documents.achievement(versionPlace(req)),
  };

  negotiatedRoute(router, path, showAchievement(services), [
    ofJson,
    { types: ['image/png'], find: (req) => documents.picture(versionPlace(req)) },
  ]);
  for (const folder of [path, ofEdition]) {
    documentRoute(router, `${folder}/badge-class.json`, async (req) => {
      const found = await documents.badgeClass(versionPlace(req));
      return found && { ...found, type: 'application/ld+json', cache: 'changing' };
    });
    documentRoute(router, `${folder}/badge-class.:keyId.json`, async (req) => {
      const found = await documents.badgeClass(versionPlace(req), String(req.params['keyId']));
      return found && { ...found, type: 'application/ld+json', cache: 'changing' };
    });
  }
  documentRoute(router, `${path}/image.png`, async (req) => {
    const found = await documents.picture(versionPlace(req));
    return found && { ...found, type: 'image/png', cache: 'changing' };
  });
  // last, as it fits the names of files as well
  negotiatedRoute(router, ofEdition, showAchievement(services), [ofJson]);
  return router;
}
