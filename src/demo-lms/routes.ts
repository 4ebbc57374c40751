/** The addresses of a demonstration LMS: pages for people, endpoints for the tool. */
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { canvasAuthorize } from './canvas/canvas-authorize.js';
import { canvasServices } from './canvas/canvas-services.js';
import { canvasRest } from './canvas/rest/rest-routes.js';
import { forwardingFramePage } from './canvas/platform-storage.js';
import { failOnPurpose } from './fail-on-purpose.js';
import { endpointPaths, type Lms } from './lms.js';
import { moodleAuthorize } from './moodle/moodle-authorize.js';
import { moodleServices } from './moodle/moodle-services.js';
import { coursePages } from './pages/course-routes.js';
import { adminPages } from './pages/admin-routes.js';
import { page } from './pages/layout.js';
import { peoplePages } from './pages/people-pages.js';
import { html } from './pages/html.js';
import { publicKeySet } from './platform-keys.js';
import { loggedIn } from './sign-in/session.js';

export function lmsApp(lms: Lms): Express {
  const app = express();
  const paths = endpointPaths[lms.state.kind];
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('case sensitive routing', true);

  app.get(paths.keySet, failOnPurpose(lms, 'key-set'), (_request, response) => {
    response.type('application/json').send(JSON.stringify(publicKeySet(lms.state), null, 4));
  });
  // services read bodies of their own: scores are echoed as they came
  app.use(lms.state.kind === 'moodle' ? moodleServices(lms) : canvasServices(lms));
  if (lms.state.kind === 'canvas') app.use(canvasRest(lms));

  app.use(express.urlencoded({ extended: false, limit: '5mb', parameterLimit: 20_000 }));
  const authorize = lms.state.kind === 'moodle' ? moodleAuthorize : canvasAuthorize;
  app.all(paths.authorize, async (request, response) => {
    response.set('Cache-Control', 'no-store, no-cache, must-revalidate');
    await authorize(lms, request, response);
  });
  if (lms.state.kind === 'canvas') {
    app.get('/post_message_forwarding', (_request, response) => {
      response.type('html').send(forwardingFramePage);
    });
  }
  app.use((_request, response, next) => {
    // as Moodle's own pages: other sites may not frame them
    response.set('X-Frame-Options', 'sameorigin').set('Cache-Control', 'no-store');
    next();
  });
  app.use(coursePages(lms));
  app.use(peoplePages(lms));
  app.use(adminPages(lms));
  app.use((request, response) => {
    const body = html`<p>There is no such page here. <a href="/">Home</a></p>`;
    response.status(404).send(page(lms, { title: 'Not found', person: loggedIn(lms, request), body }));
  });
  // four parameters make it Express's handler of errors
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const body = html`<p>${error instanceof Error ? error.message : 'Unknown error'}</p>`;
    response.status(500).send(page(lms, { title: 'Something went wrong', body }));
  });
  return app;
}
