/** The one-time set-up link: /setup/:token. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function setUpPages(_services: WebServices): Router {
  return Router();
}
