/**
 * One line a request, with a reference number that error pages show too. Never a token, a cookie, an address of a person:
 * only method, path (its secrets cut out), status and time are written.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { randomId } from '../../shared/ids.js';

/** A number that can be read aloud: 4F2A-91BC-07DE. */
function newReference(): string {
  const digits = Buffer.from(randomId(), 'base64url').toString('hex', 0, 6).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}

/** The path without its query and without what opens something, set-up tokens and visits, in letters of any case. */
export function pathForLog(url: string | undefined): string {
  const path = (url ?? '').split('?')[0] ?? '';
  return path.replace(/^\/(setup|visits)\/[^/]+/i, '/$1/…');
}

const quiet = /^\/(assets\/|health$|favicon\.ico$|robots\.txt$)/;

export function requestLog(log: Logger): RequestHandler[] {
  const logRequest = pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    genReqId: (_req, res) => {
      const reference = newReference();
      res.setHeader('X-Request-Id', reference);
      return reference;
    },
    autoLogging: { ignore: (req) => quiet.test(req.url ?? '') },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    // ours take the request as it is
    wrapSerializers: false,
    serializers: {
      req: (req: { id: unknown; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: pathForLog(req.url),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: (error: Error & { code?: unknown }) => ({ name: error.name, code: error.code }),
    },
  });
  const keepReference: RequestHandler = (req, res, next) => {
    req.reference = typeof req.id === 'string' ? req.id : '';
    res.locals['reference'] = req.reference;
    next();
  };
  return [logRequest, keepReference];
}
