/** Acquis beside a demonstration LMS that is linked with it: real HTTP between the two. */
import { startDemoLms, type DemoLms, type DemoLmsOptions } from '../../../src/demo-lms/demo-lms.js';
import type { Course } from '../../../src/domain/courses/course.js';
import type { LmsCourse } from '../../../src/domain/courses/lms-course.js';
import { startLtijs } from '../../../src/lti/ltijs/start-ltijs.js';
import { createLmsCourse } from '../../../src/lti/services/create-lms-course.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { launchFrom } from './launching.js';
import { startLti, type LtiHarness } from './lti-harness.js';

export interface DemoPair {
  acquis: LtiHarness;
  lms: DemoLms;
  /** As the edge's. */
  services: LmsCourse;
  /** As the edge's, but it waits for 0.4 s at most, 3 s in all. */
  impatient: LmsCourse;
  /** The course as a launch of the activity tells it. */
  courseOf(userId: string, activityId: string): Promise<Course>;
  /** How often the LMS was asked for a token so far. */
  tokenRequests(): number;
  close(): Promise<void>;
}

export async function startDemoPair(
  kind: DemoLms['kind'],
  options: Partial<DemoLmsOptions> = {},
): Promise<DemoPair> {
  const acquis = await startLti();
  const { base, services } = acquis;
  const tool = {
    loginUrl: `${base}/lti/login`,
    launchUrl: `${base}/lti/launch`,
    keySetUrl: `${base}/lti/keys`,
  };
  const lms = await startDemoLms({ kind, host: '127.0.0.1', port: 0, tool, ...options });
  const { deploymentIds, ...registration } = lms.registration;
  const deployments = deploymentIds.map((id) => ({ id, institutionId: 'institution-1' }));
  await services.platforms.add(aPlatform({ id: kind, family: kind, ...registration, deployments }));
  const { serviceToken, dropToken } = await startLtijs(acquis.deps);
  const deps = { ...acquis.deps, serviceToken, dropToken };
  return {
    acquis,
    lms,
    services: createLmsCourse(deps),
    impatient: createLmsCourse(deps, { timeoutMs: 400, wholeMs: 3_000 }),
    async courseOf(userId, activityId) {
      const page = await launchFrom(lms, acquis.browser(), userId, activityId);
      if (page.status !== 303) throw new Error(`the launch was answered ${page.status}`);
      const visit = await services.visits.byId(acquis.launches.at(-1)?.id ?? '', services.clock());
      const course = visit && (await services.courses.byId(visit.courseId));
      if (!course) throw new Error('no course');
      return course;
    },
    tokenRequests: () => acquis.requests.filter(({ url }) => url === lms.registration.tokenEndpoint).length,
    async close() {
      await lms.close();
      await acquis.close();
    },
  };
}
