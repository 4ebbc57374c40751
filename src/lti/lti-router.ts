/** The addresses below /lti. Reads its own bodies: nothing else may have read them before. */
import express, { Router, type RequestHandler } from 'express';
import { Problem } from '../shared/problem.js';
import { beginLogin } from './launch/begin-login.js';
import { createKeySets } from './launch/key-sets.js';
import { receiveLaunch } from './launch/receive-launch.js';
import type { LtiDeps } from './lti-deps.js';

/** Bytes: a token of 100 kB and what stands beside it. */
const bodyLimit = 256 * 1024;

export function ltiRouter(deps: LtiDeps, keySet: RequestHandler): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: bodyLimit, parameterLimit: 100 });
  const login = beginLogin(deps);
  router.get('/keys', keySet);
  router.route('/login').get(login).post(form, login);
  router
    .route('/launch')
    .get(() => {
      throw new Problem('launch-state-unknown', { detail: 'opened without a launch' });
    })
    .post(form, receiveLaunch({ ...deps, keySets: createKeySets(deps) }));
  return router;
}
