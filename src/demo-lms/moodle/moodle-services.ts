/** The tool's endpoints of the Moodle-like LMS: tokens, rosters, line items, results, scores, and Moodle's own web services. */
import { Router, text } from 'express';
import { failOnPurpose } from '../fail-on-purpose.js';
import { endpointPaths, type Lms } from '../lms.js';
import { moodleLineItem, moodleLineItems } from './moodle-line-items.js';
import { moodleMemberships } from './moodle-memberships.js';
import { moodleResults, moodleScores } from './moodle-results.js';
import { moodleToken } from './moodle-token.js';
import { restServer } from './web-services/rest-server.js';

export function moodleServices(lms: Lms): Router {
  const router = Router();
  const services = '/mod/lti/services.php';
  const raw = text({ type: () => true, limit: '1mb', defaultCharset: 'utf-8' });
  router.post(endpointPaths.moodle.token, failOnPurpose(lms, 'service'), raw, (request, response) =>
    moodleToken(lms, request, response),
  );
  router.use(services, failOnPurpose(lms, 'service'), raw);
  router.get(`${services}/CourseSection/:course/bindings/:tool/memberships`, (request, response) =>
    moodleMemberships(lms, request, response),
  );
  router.all(`${services}/:course/lineitems`, (request, response) => moodleLineItems(lms, request, response));
  router.all(`${services}/:course/lineitems/:item/lineitem`, (request, response) =>
    moodleLineItem(lms, request, response),
  );
  router.get(`${services}/:course/lineitems/:item/lineitem/results`, (request, response) =>
    moodleResults(lms, request, response),
  );
  router.post(`${services}/:course/lineitems/:item/lineitem/scores`, (request, response) =>
    moodleScores(lms, request, response),
  );
  router.all('/webservice/rest/server.php', failOnPurpose(lms, 'service'), raw, (request, response) =>
    restServer(lms, request, response),
  );
  return router;
}
