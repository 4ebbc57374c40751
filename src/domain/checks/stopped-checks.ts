/** The checks that failed for good, with what an administrator knows them by. */
import type { Course } from '../courses/course.js';
import type { CourseStore } from '../courses/course-store.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { PublishedVersion } from '../micro-credentials/micro-credential.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import type { Platform } from '../platforms/platform.js';
import type { CheckStore } from './check-store.js';
import type { CourseCheck } from './course-check.js';

export interface StoppedCheck {
  check: CourseCheck;
  /** Undefined where it is gone. */
  course?: Course;
  platform?: Platform;
  version?: PublishedVersion;
}

export interface StoppedChecksDeps {
  checks: CheckStore;
  courses: Pick<CourseStore, 'byId'>;
  platforms: Pick<PlatformStore, 'all'>;
  microCredentials: Pick<MicroCredentialStore, 'byId'>;
}

/** Those that stopped last first, `limit` at most. */
export async function stoppedChecks(deps: StoppedChecksDeps, limit: number): Promise<StoppedCheck[]> {
  const [stopped, platforms] = await Promise.all([deps.checks.stopped(limit), deps.platforms.all()]);
  return Promise.all(
    stopped.map(async (check) => {
      const [course, microCredential] = await Promise.all([
        deps.courses.byId(check.courseId),
        deps.microCredentials.byId(check.microCredentialId),
      ]);
      return {
        check,
        course,
        platform: platforms.find(({ id }) => id === check.platformId),
        version: microCredential?.versions.find(({ number }) => number === check.version),
      };
    }),
  );
}
