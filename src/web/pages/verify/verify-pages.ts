/** The page where anyone verifies a credential. */
import { Router } from 'express';
import type { WebServices } from '../../web-services.js';

export function verifyPages(_services: WebServices): Router {
  return Router();
}
