/** The public pages and documents of awards. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function awardPages(_services: WebServices): Router {
  return Router();
}
