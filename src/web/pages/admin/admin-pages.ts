/** The pages of the administrator: /admin. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function adminPages(_services: WebServices): Router {
  return Router();
}
