/** The published status and revocation lists. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function statusPages(_services: WebServices): Router {
  return Router();
}
