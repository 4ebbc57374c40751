/** The tool's endpoints of the Canvas-like LMS: tokens, rosters, line items, results, scores. */
import { Router, text } from 'express';
import { failOnPurpose } from '../fail-on-purpose.js';
import { endpointPaths, type Lms } from '../lms.js';
import { needUserAgent } from './canvas-answer.js';
import { canvasLineItem, canvasLineItems } from './canvas-line-items.js';
import { canvasMemberships } from './canvas-memberships.js';
import { canvasResults } from './canvas-results.js';
import { canvasScores } from './canvas-scores.js';
import { canvasToken } from './canvas-token.js';

export function canvasServices(lms: Lms): Router {
  const router = Router();
  const course = '/api/lti/courses/:course';
  const raw = text({ type: () => true, limit: '1mb', defaultCharset: 'utf-8' });
  const before = [needUserAgent, failOnPurpose(lms, 'service'), raw];
  router.post(endpointPaths.canvas.token, ...before, (request, response) =>
    canvasToken(lms, request, response),
  );
  router.use('/api/lti/courses', ...before);
  router.get(`${course}/names_and_roles`, (request, response) => canvasMemberships(lms, request, response));
  router.all(`${course}/line_items`, (request, response) => canvasLineItems(lms, request, response));
  router.all(`${course}/line_items/:item`, (request, response) => canvasLineItem(lms, request, response));
  router.get(
    [`${course}/line_items/:item/results`, `${course}/line_items/:item/results/:user`],
    (request, response) => canvasResults(lms, request, response),
  );
  router.post(`${course}/line_items/:item/scores`, (request, response) =>
    canvasScores(lms, request, response),
  );
  return router;
}
