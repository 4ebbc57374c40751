/** POST /events: an LMS says that something has happened in a course. For programs alone: docs/events.md */
import express, { Router, type RequestHandler } from 'express';
import { receiveEvent } from '../../../domain/checks/receive-event.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';

/** Bytes. */
const largest = 10_000;

export function eventRoutes(services: WebServices): Router {
  const router = Router();
  // whatever it calls itself, the bytes are what was signed
  const body = express.raw({ type: () => true, limit: largest }) as RequestHandler;
  router.all('/events', (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    res.locals['forMachines'] = true;
    next();
  });
  router.post('/events', body, async (req, res) => {
    const { courses } = await receiveEvent(services, {
      id: req.get('webhook-id') ?? '',
      timestamp: req.get('webhook-timestamp') ?? '',
      signature: req.get('webhook-signature') ?? '',
      body: Buffer.isBuffer(req.body) ? req.body : new Uint8Array(),
    });
    res.status(202).json({ courses });
  });
  router.all('/events', (_req, res) => {
    res.set('Allow', 'POST');
    throw new Problem('not-found', { detail: 'events are posted' });
  });
  return router;
}
