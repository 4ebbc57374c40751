/** Makes the services of the LMS fail as real ones do: slow, down, busy, an HTML page instead of JSON, half an answer, none at all. */
import { setTimeout as wait } from 'node:timers/promises';
import type { NextFunction, Request, Response } from 'express';
import type { Lms } from './lms.js';

/** For the key set only `key-set-gone` counts, for the other services every failure but that one. */
export function failOnPurpose(lms: Lms, what: 'service' | 'key-set') {
  return async (_request: Request, response: Response, next: NextFunction): Promise<void> => {
    const { failure } = lms.faults;
    if (what === 'key-set') {
      if (failure.kind !== 'key-set-gone') return next();
      response.status(404).type('html').send('<!DOCTYPE html><title>Not Found</title><h1>Not Found</h1>');
      return;
    }
    switch (failure.kind) {
      case 'none':
      case 'foreign-page':
      case 'key-set-gone':
        return next();
      case 'slow':
        await wait(failure.milliseconds);
        return next();
      case 'server-error':
        response.status(500).json({ message: 'An error occurred.' });
        return;
      case 'too-many-requests':
        response.set('Retry-After', String(failure.retryAfterSeconds)).status(429);
        response.json({ message: 'Too many requests' });
        return;
      case 'html':
        response
          .type('html')
          .send('<!DOCTYPE html><title>Maintenance</title><h1>The site is under maintenance</h1>');
        return;
      case 'hang':
        return;
      case 'throttled':
        response.status(403).type('text').send('403 Forbidden (Rate Limit Exceeded)');
        return;
      case 'half-answer':
        cutInHalf(response);
        return next();
    }
  };
}

function cutInHalf(response: Response): void {
  const end = response.end.bind(response) as (body: unknown) => Response;
  response.end = ((body: unknown) => {
    response.removeHeader('Content-Length');
    const isText = typeof body === 'string' || Buffer.isBuffer(body);
    return end(isText ? body.slice(0, Math.floor(body.length / 2)) : body);
  }) as Response['end'];
}
