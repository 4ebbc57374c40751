/** The LTI edge: the addresses below /lti and what a course offers through LTI services. The only importer of ltijs lies below. */
import type { Router } from 'express';
import type { LmsCourse } from '../domain/courses/lms-course.js';
import type { LtiDeps } from './lti-deps.js';
import { startLtijs } from './ltijs/start-ltijs.js';
import { ltiRouter } from './lti-router.js';
import { createLmsCourse } from './services/create-lms-course.js';

export interface LtiEdge {
  /** To be mounted at /lti, before anything reads bodies. */
  router: Router;
  lmsCourse: LmsCourse;
  /** Loads what the first key set or service token would have to wait for. */
  load: () => Promise<unknown>;
}

export async function createLtiEdge(deps: LtiDeps): Promise<LtiEdge> {
  const { keySet, serviceToken, dropToken, load } = await startLtijs(deps);
  return {
    router: ltiRouter(deps, keySet),
    load,
    lmsCourse: createLmsCourse({ ...deps, serviceToken, dropToken }),
  };
}
