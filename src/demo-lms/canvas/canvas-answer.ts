/** How Canvas's LTI services answer: lower-case `link`, errors in one object, no service without a User-Agent. */
import type { NextFunction, Request, Response } from 'express';
import { scopesOf } from '../access-tokens.js';
import type { Lms } from '../lms.js';
import type { Course } from '../state/lms-state.js';
import { courseOf } from '../state/read-course.js';

export function refuseCanvas(response: Response, status: number, type: string, message: string): void {
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="canvas-lms"');
  response.status(status).json({ errors: { type, message } });
}

export function sendCanvas(response: Response, type: string, value: unknown, status = 200): void {
  response.statusCode = status;
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.end(JSON.stringify(value));
}

export function needUserAgent(request: Request, response: Response, next: NextFunction): void {
  if (request.headers['user-agent']) return next();
  response.status(403).type('text').send('403 Forbidden (User-Agent required)');
}

/** The course of the address for a token with one of the scopes; undefined after the refusal was sent. */
export function courseAsked(
  lms: Lms,
  request: Request,
  response: Response,
  oneOf: readonly string[],
): Course | undefined {
  const scopes = scopesOf(lms, request);
  const course = courseOf(lms.state, String(request.params['course']));
  if (!scopes) refuseCanvas(response, 401, 'unauthorized', 'Invalid access token');
  else if (!oneOf.some((scope) => scopes.includes(scope)))
    refuseCanvas(response, 401, 'unauthorized', 'Insufficient permissions');
  else if (!course) refuseCanvas(response, 404, 'not_found', 'The specified resource does not exist.');
  else return course;
  return undefined;
}

export interface PageAsked {
  /** Items a page when the request does not say. */
  usual: number;
  most: number;
}

/** One page of the items; sets the `link` header. `limit` and `per_page` lower the size. */
export function onePage<Item>(
  lms: Lms,
  request: Request,
  response: Response,
  items: readonly Item[],
  { usual, most }: PageAsked,
): readonly Item[] {
  const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
  const asked = Number(query.get('limit') ?? query.get('per_page') ?? usual);
  const size = Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : usual;
  const page = Math.max(1, Number(query.get('page')) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const isForeign = lms.faults.failure.kind === 'foreign-page';
  const address = (number: number): string => {
    query.set('page', String(number));
    query.set('per_page', String(size));
    query.delete('limit');
    return `${lms.url}${request.originalUrl.split('?')[0]}?${query.toString()}`;
  };
  const links = [
    `<${address(page)}>; rel="current"`,
    ...(page < last
      ? [`<${isForeign ? elsewhere(lms, address(page + 1)) : address(page + 1)}>; rel="next"`]
      : []),
    ...(page > 1 ? [`<${address(page - 1)}>; rel="prev"`] : []),
    `<${address(1)}>; rel="first"`,
    `<${address(last)}>; rel="last"`,
  ];
  response.setHeader('link', links.join(','));
  return items.slice((page - 1) * size, page * size);
}

const elsewhere = (lms: Lms, address: string): string =>
  address.replace(lms.url, 'https://canvas.elsewhere.invalid');
