/** The start page, /. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function startPage(_services: WebServices): Router {
  return Router();
}
