/** The terms that our documents point to. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function termPages(_services: WebServices): Router {
  return Router();
}
