/** A teacher at the list of learners, before an LMS that answers by a script. */
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { startCourse, type CourseWeb, type CourseWorld, type Person } from './course-web.js';

export async function startRoster(
  world: CourseWorld,
  script: LmsScript = {},
): Promise<{ web: CourseWeb; teacher: Person }> {
  const web = await startCourse({ ...world, services: { lms: scriptedLms(script) } });
  return { web, teacher: await web.teacher() };
}

/** One of these is enough. */
export const withRule = (...of: AwardRule[]) => ({
  microCredential: aMicroCredential({ versions: [aVersion({ rule: { kind: 'any', of } })] }),
});
