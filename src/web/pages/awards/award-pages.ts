/** The public address of an award: a page for people, documents for machines. */
import { Router, type Request } from 'express';
import { documentRoute } from '../../documents/document-route.js';
import { negotiatedRoute } from '../../documents/negotiated-route.js';
import type { MachineDocument } from '../../documents/send-document.js';
import { languages } from '../../middleware/language.js';
import type { WebServices } from '../../web-services.js';
import { awardDocuments } from './award-documents.js';
import { certificateOf } from './certificate.js';
import { showAward } from './show-award.js';

export function awardPages(services: WebServices): Router {
  const router = Router();
  const documents = awardDocuments(services);
  const { openBadge3, openBadge3Jwt, openBadge2, openBadge2Signed, picture, drawing, elm, sealedElm } =
    documents;

  // Only those who were given the address are to find it; robots.txt says so too, but a link elsewhere would do without it.
  router.use('/awards', (_req, res, next) => {
    res.set('X-Robots-Tag', 'noindex, nofollow');
    next();
  });
  // https://www.imsglobal.org/spec/ob/v3p0/#docformat
  negotiatedRoute(router, '/awards/:id', showAward(services), [
    {
      types: ['application/vc+ld+json', 'application/vc', 'application/ld+json', 'application/json'],
      find: (req) => openBadge3(idOf(req)),
    },
    { types: ['text/plain', 'application/jwt'], find: (req) => openBadge3Jwt(idOf(req)) },
    { types: ['image/png'], find: (req) => picture(idOf(req), 'openBadge3') },
  ]);

  const serve = (
    name: string,
    find: (id: string) => ReturnType<typeof openBadge3>,
    rest: Pick<MachineDocument, 'type' | 'cache'>,
  ): void =>
    documentRoute(router, `/awards/:id/${name}`, async (req) => {
      const found = await find(idOf(req));
      return found && { ...rest, ...found };
    });
  serve('open-badge-3.json', openBadge3, { type: 'application/vc+ld+json', cache: 'issued' });
  serve('open-badge-3.jwt', openBadge3Jwt, { type: 'text/plain; charset=utf-8', cache: 'issued' });
  serve('open-badge-2.json', openBadge2, { type: 'application/ld+json', cache: 'status' });
  serve('open-badge-2.jws', openBadge2Signed, { type: 'text/plain; charset=utf-8', cache: 'issued' });
  serve('europass.jsonld', elm, { type: 'application/ld+json', cache: 'ask' });
  serve('europass-sealed.jsonld', sealedElm, { type: 'application/jose+json', cache: 'ask' });
  serve('badge.png', (id) => picture(id, 'openBadge3'), { type: 'image/png', cache: 'changing' });
  serve('badge.svg', drawing, { type: 'image/svg+xml', cache: 'changing' });
  serve('badge-2.png', (id) => picture(id, 'openBadge2'), { type: 'image/png', cache: 'changing' });
  serve('badge-2-signed.png', (id) => picture(id, 'openBadge2Signed'), {
    type: 'image/png',
    cache: 'changing',
  });
  for (const language of languages)
    documentRoute(router, `/awards/:id/certificate.${language}.pdf`, async (req) => {
      req.language = language;
      const certificate = await certificateOf(services, req, idOf(req));
      return certificate && { ...certificate, cache: 'status' };
    });
  return router;
}

const idOf = (req: Request): string => String(req.params['id']);
