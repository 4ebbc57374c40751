/** The public address of an endorsement: a page for people, the signed credential for machines. A withdrawn one answers 410 to both. */
import { Router, type Request, type RequestHandler } from 'express';
import { addresses } from '../../../documents/addresses.js';
import { endorsedThing, type Endorsed } from '../../../domain/endorsements/endorsed-thing.js';
import { isPublic, type Endorsement } from '../../../domain/endorsements/endorsement.js';
import { openBadge2Endorsement } from '../../../domain/endorsements/open-badge-2-endorsements.js';
import { publicEndorsement } from '../../../domain/endorsements/public-endorsement.js';
import { Problem } from '../../../shared/problem.js';
import { documentRoute } from '../../documents/document-route.js';
import { negotiatedRoute } from '../../documents/negotiated-route.js';
import type { WebServices } from '../../web-services.js';
import type { PublicHead } from '../public-head.js';
import { dayIn, wordsIn, writtenText } from '../words-of.js';
import { endorsementView } from './endorsement-view.js';

export function endorsementPages(services: WebServices): Router {
  const router = Router();
  const path = '/endorsements/:id';
  const find = async (req: Request) => {
    const found = await publicEndorsement(services, String(req.params['id']));
    if (found && !isPublic(found)) throw new Problem('endorsement-withdrawn');
    return found && { body: found.document };
  };
  const json = async (req: Request) => {
    const found = await find(req);
    return found?.body.startsWith('{') ? found : undefined;
  };
  const token = async (req: Request) => {
    const found = await find(req);
    return found?.body.startsWith('{') ? undefined : found;
  };

  router.use('/endorsements', (_req, res, next) => {
    res.set('X-Robots-Tag', 'noindex, nofollow');
    next();
  });
  negotiatedRoute(router, path, showEndorsement(services), [
    {
      types: ['application/vc+ld+json', 'application/vc', 'application/ld+json', 'application/json'],
      find: json,
    },
    { types: ['text/plain', 'application/jwt'], find: token },
  ]);
  documentRoute(router, `${path}/endorsement.json`, async (req) => {
    const found = await json(req);
    return found && { ...found, type: 'application/vc+ld+json', cache: 'status' };
  });
  documentRoute(router, `${path}/endorsement.jwt`, async (req) => {
    const found = await token(req);
    return found && { ...found, type: 'text/plain; charset=utf-8', cache: 'status' };
  });
  documentRoute(router, `${path}/open-badge-2.json`, async (req) => {
    const found = await openBadge2Endorsement(services, String(req.params['id']));
    if (!found) return undefined;
    const status = found.gone ? 410 : 200;
    return { body: found.json, status, type: 'application/ld+json', cache: 'status' };
  });
  return router;
}

function showEndorsement(services: WebServices): RequestHandler {
  return async (req, res) => {
    const found = await publicEndorsement(services, String(req.params['id']));
    const endorsed = found && (await endorsedThing(services, found));
    if (!found || !endorsed) throw new Problem('not-found', { detail: 'no such endorsement' });
    res.status(isPublic(found) ? 200 : 410).render('endorsement', viewOf(services, req, found, endorsed));
  };
}

function viewOf({ base }: WebServices, req: Request, found: Endorsement, endorsed: Endorsed) {
  const words = wordsIn(req, 'endorsements');
  const at = addresses(base);
  const institution = endorsed.institution.legalName;
  const organisation = found.said?.organisation.name;
  const thing = endorsed.version
    ? writtenText(req, endorsed.title, endorsed.language)
    : { text: institution, lang: undefined };
  const told = { title: thing.text, organisation, institution };
  const address = at.endorsement(found.id);
  const about = { title: thing.text, lang: thing.lang, href: endorsed.page, institution };
  if (!isPublic(found)) {
    const date = found.endedAt && dayIn(req)(found.endedAt);
    const withdrawn = words('page.withdrawn', { organisation, date });
    return {
      title: words('page.withdrawnTitle'),
      withdrawn,
      about,
      isVersion: endorsed.version !== undefined,
    };
  }
  const isToken = !found.document.startsWith('{');
  const document = isToken ? `${address}/endorsement.jwt` : at.endorsementDocument(found.id);
  const publicHead: PublicHead = { address, hidden: true, description: words('page.shared', told) };
  return {
    title: words('page.title', told),
    publicHead,
    about,
    isVersion: endorsed.version !== undefined,
    view: endorsementView(req, found, { institution }),
    acceptedOn: words('page.acceptedOn', { date: dayIn(req)(found.acceptedAt), institution }),
    hidden: found.state === 'hidden' ? words('page.hidden', { institution }) : undefined,
    document,
    verify: found.said.handedIn ? at.verify(document) : at.verify(address),
  };
}
