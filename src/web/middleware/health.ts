/** /health: 200 while the database answers within two seconds, 503 otherwise. Says nothing else. */
import type { RequestHandler } from 'express';
import { logOf } from './request-log.js';

const patience = 2_000;

export function health(ping: () => Promise<void>): RequestHandler {
  return async (req, res) => {
    let timer: NodeJS.Timeout | undefined;
    try {
      await Promise.race([
        ping(),
        new Promise((_resolve, reject) => {
          timer = setTimeout(() => reject(new Error('the database does not answer')), patience);
        }),
      ]);
      res.set('Cache-Control', 'no-store').json({ status: 'ready' });
    } catch (error) {
      logOf(req).error({ err: error }, 'health: the database does not answer');
      res.status(503).set('Cache-Control', 'no-store').json({ status: 'database-unreachable' });
    } finally {
      clearTimeout(timer);
    }
  };
}
