/** The REST API of the Canvas-like LMS. https://developerdocs.instructure.com/services/canvas */
import { Router, type Request, type Response } from 'express';
import { failOnPurpose } from '../../fail-on-purpose.js';
import type { Lms } from '../../lms.js';
import { needUserAgent, onePage } from '../canvas-answer.js';
import type { Asked } from './asked.js';
import { enrollments, oneCourse, onePerson, self } from './course-answers.js';
import { assignments, submissions } from './grade-answers.js';
import { moduleItems, modules, progress, progressOfMany } from './module-answers.js';
import { outcomeLinks, rollups } from './outcome-answers.js';
import { canvasScopes, type CanvasScope } from './rest-account.js';
import { faults, RestFault } from './rest-fault.js';

/** A list is answered page by page. */
const answers: Record<CanvasScope, (asked: Asked) => object> = {
  'url:GET|/api/v1/users/:id': self,
  'url:GET|/api/v1/courses/:id': oneCourse,
  'url:GET|/api/v1/courses/:course_id/users/:id': onePerson,
  'url:GET|/api/v1/courses/:course_id/enrollments': enrollments,
  'url:GET|/api/v1/courses/:course_id/assignments': assignments,
  'url:GET|/api/v1/courses/:course_id/students/submissions': submissions,
  'url:GET|/api/v1/courses/:course_id/modules': modules,
  'url:GET|/api/v1/courses/:course_id/modules/:module_id/items': moduleItems,
  'url:GET|/api/v1/courses/:course_id/users/:user_id/progress': progress,
  'url:GET|/api/v1/courses/:course_id/bulk_user_progress': progressOfMany,
  'url:GET|/api/v1/courses/:course_id/outcome_group_links': outcomeLinks,
  'url:GET|/api/v1/courses/:course_id/outcome_rollups': rollups,
};

export function canvasRest(lms: Lms): Router {
  const router = Router();
  router.use('/api/v1', needUserAgent, failOnPurpose(lms, 'service'));
  for (const scope of canvasScopes) {
    const path = scope.slice(scope.indexOf('|') + 1);
    router.get(path, (request, response) => answer(lms, scope, request, response));
  }
  router.use('/api/v1', (_request, response) => send(response, false, faults.notFound().body, 404));
  return router;
}

function answer(lms: Lms, scope: CanvasScope, request: Request, response: Response): void {
  const asText = /\+canvas-string-ids/.test(request.headers.accept ?? '');
  try {
    const account = lms.state.webServices;
    if (!account || request.headers.authorization !== `Bearer ${account.token}`) throw faults.token();
    if (!account.functions.includes(scope)) throw faults.scope();
    const query = new URL(request.originalUrl, lms.url).searchParams;
    const may: Asked['may'] = (permission) => account.capabilities.includes(permission);
    const found = answers[scope]({ lms, request, response, query, may });
    response.setHeader('X-Request-Cost', '0.1');
    response.setHeader('X-Rate-Limit-Remaining', '600.0');
    const page = Array.isArray(found)
      ? onePage(lms, request, response, found, { usual: 10, most: 100 })
      : found;
    send(response, asText, page);
  } catch (error) {
    if (!(error instanceof RestFault)) throw error;
    if (error.isToken) response.setHeader('WWW-Authenticate', 'Bearer realm="canvas-lms"');
    send(response, asText, error.body, error.status);
  }
}

/** @param asText numbers of things are written as text */
function send(response: Response, asText: boolean, body: object, status = 200): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(
    JSON.stringify(body, (name, value: unknown) =>
      asText && /(^|_)id$/.test(name) && typeof value === 'number' ? String(value) : value,
    ),
  );
}
