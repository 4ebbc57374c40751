/**
 * One line a request, with a reference number that error pages show too. Never a token, a cookie, an address of a person:
 * only method, path (its secrets cut out), status and time are written.
 */
import type { Express, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { randomId } from '../../shared/ids.js';

/** A number that can be read aloud: 4F2A-91BC-07DE. */
function newReference(): string {
  const digits = Buffer.from(randomId(), 'base64url').toString('hex', 0, 6).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}

/** The path without its query and without what opens something (set-up tokens, visits, keys of notices, shared results, invitations), in letters of any case. */
export function pathForLog(url: string | undefined): string {
  const path = (url ?? '').split('?')[0] ?? '';
  return path
    .replace(/^\/(setup|visits|notices)\/[^/]+/i, '/$1/…')
    .replace(/^\/endorse\/.+/i, '/endorse/…')
    .replace(/^\/verify\/results\/.+/i, '/verify/results/…');
}

const quiet = /^\/(assets\/|health$|favicon\.ico$|robots\.txt$)/;

/** Also for what a request says by the way: its lines carry the request's reference. */
export function logOf(req: Request): Logger {
  return (req.app.locals['log'] as Logger).child({ req: aboutRequest(req) });
}

/** A library would make a logger for each request, three times as dear as the line itself (decision 0009). */
export function requestLog(app: Express, log: Logger): RequestHandler {
  const lines = log.child({}, { serializers: { err: aboutError } });
  app.locals['log'] = lines;
  return (req, res, next) => {
    const began = performance.now();
    req.reference = newReference();
    res.locals['reference'] = req.reference;
    res.setHeader('X-Request-Id', req.reference);
    if (!quiet.test(req.originalUrl)) {
      res.once('close', () => {
        const line = {
          req: aboutRequest(req),
          res: { status: res.statusCode },
          responseTime: Math.round(performance.now() - began),
        };
        if (!res.writableFinished) lines.info(line, 'request aborted');
        else if (res.statusCode >= 500) lines.error(line, 'request failed');
        else lines.info(line, 'request completed');
      });
    }
    next();
  };
}

function aboutRequest(req: Request): { id: string; method: string; path: string } {
  return { id: req.reference, method: req.method, path: pathForLog(req.originalUrl) };
}

/** Not its message, which may quote what people typed. */
function aboutError(error: Error & { code?: unknown }): { name: string; code: unknown } {
  return { name: error.name, code: error.code };
}
