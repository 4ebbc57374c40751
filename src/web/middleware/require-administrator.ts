/** Lets only a signed-in administrator go on. */
import type { RequestHandler } from 'express';
import { isSignedIn } from '../../domain/institutions/is-signed-in.js';
import { Problem } from '../../shared/problem.js';
import type { WebServices } from '../web-services.js';
import { administratorCookie, cookieOf } from './cookies.js';

/** @throws Problem sign-in-required */
export function requireAdministrator(services: WebServices): RequestHandler {
  return async (req, res, next) => {
    const secret = cookieOf(req, administratorCookie);
    if (!secret || !(await isSignedIn(services, secret))) throw new Problem('sign-in-required');
    req.administratorSecret = secret;
    res.locals['administrator'] = true;
    next();
  };
}
