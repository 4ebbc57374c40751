/** The public pages and documents of institutions. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function institutionPages(_services: WebServices): Router {
  return Router();
}
