/** The public pages and documents of achievements. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function achievementPages(_services: WebServices): Router {
  return Router();
}
