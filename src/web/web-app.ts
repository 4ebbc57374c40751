/** The life of a request, from top to bottom. Every page of Acquis is mounted here; each step is its own file. */
import express, { type Express, type RequestHandler, type Router } from 'express';
import { noSuchPage, showProblem } from './errors/show-problem.js';
import { formerHost } from './former-host.js';
import { formBody } from './forms/form-body.js';
import { keptCopy } from './kept-copy.js';
import { readyAssets, type Assets } from './middleware/assets.js';
import { framedByPlatforms } from './middleware/frame-ancestors.js';
import { health } from './middleware/health.js';
import { chooseLanguage } from './middleware/language.js';
import { pageLocals } from './middleware/page-locals.js';
import { requestLog } from './middleware/request-log.js';
import { securityHeaders } from './middleware/security-headers.js';
import { useViews } from './middleware/views.js';
import { readWords, type Words } from './middleware/words.js';
import { achievementPages } from './pages/achievements/achievement-pages.js';
import { adminPages } from './pages/admin/admin-pages.js';
import { awardPages } from './pages/awards/award-pages.js';
import { coursePages } from './pages/course/course-pages.js';
import { credentialTypePages } from './pages/credential-types/credential-type-pages.js';
import { endorsePages } from './pages/endorsements/endorse-pages.js';
import { endorsementPages } from './pages/endorsements/endorsement-pages.js';
import { eventRoutes } from './pages/events/event-routes.js';
import { formatPages } from './pages/formats/format-pages.js';
import { institutionPages } from './pages/institutions/institution-pages.js';
import { noticePages } from './pages/notices/notice-pages.js';
import { setUpPages } from './pages/setup/setup-pages.js';
import { startPage } from './pages/start/start-page.js';
import { statusPages } from './pages/status/status-pages.js';
import { termPages } from './pages/terms/term-pages.js';
import { verifyPages } from './pages/verify/verify-pages.js';
import type { WebServices } from './web-services.js';

type Pages = (services: WebServices) => Router;

/** What documents and pages of awards point to. Each router answers its own full paths. */
const documentPages: Pages[] = [
  awardPages,
  achievementPages,
  institutionPages,
  statusPages,
  termPages,
  credentialTypePages,
  formatPages,
  endorsementPages,
];

/** Pages and documents for anyone, no session. */
const publicPages: Pages[] = [startPage, ...documentPages, noticePages, endorsePages];

/** @param mounts.lti the LTI edge, mounted at /lti before any body is read: it reads its own. */
export function createWebApp(services: WebServices, mounts: { lti: RequestHandler }): Express {
  const { app, words, assets } = newApp(services);
  app.get('/health', health(services.ping));
  app.use(assets.router);
  for (const former of services.formerBases ?? []) {
    const then = { ...services, ...former };
    app.use(
      formerHost(
        { former: former.base, base: services.base },
        documentPages.map((pages) => pages(then)),
      ),
    );
  }
  app.use('/lti', framedByPlatforms(services), mounts.lti);

  app.use(verifyPages(services)); // reads its own bodies: files up to 2 MB
  app.use(eventRoutes(services)); // reads the bytes that were signed
  app.use(formBody());

  app.use(coursePages(services));
  app.use(setUpPages(services));
  app.use(adminPages(services));
  for (const pages of publicPages) app.use(pages(services));
  return ended(app, words);
}

/**
 * What documents and pages of awards point to, and nothing else: no form, no session. To be copied into files.
 * @param keptAt the pages say that they are a copy of this moment
 */
export function createPublicApp(services: WebServices, keptAt: Date): Express {
  const { app, words, assets } = newApp(services);
  app.use(keptCopy(keptAt));
  app.use(assets.router);
  for (const pages of documentPages) app.use(pages(services));
  return ended(app, words);
}

function newApp(services: WebServices): { app: Express; words: Words; assets: Assets } {
  const app = express();
  const words =
    services.words ??
    readWords((language, key) => services.log.warn({ language, key }, 'a sentence is missing'));
  const assets = readyAssets();
  app.disable('x-powered-by');
  app.set('trust proxy', services.trustProxy);
  app.set('query parser', 'simple');
  app.locals['words'] = words;
  useViews(app, words, assets);

  app.use(requestLog(app, services.log));
  app.use(securityHeaders(services.base));
  app.use(chooseLanguage);
  app.use(pageLocals(services));
  return { app, words, assets };
}

function ended(app: Express, words: Words): Express {
  app.use(noSuchPage);
  app.use(showProblem(words));
  return app;
}
