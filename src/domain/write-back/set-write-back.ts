/**
 * A teacher lets the badges of an activity be written into its own column of grades, or ends that. Off unless somebody wants it: the column
 * enters the course total. What was written stays.
 */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { Course } from '../courses/course.js';
import type { CourseStore } from '../courses/course-store.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { makeGradeColumn } from '../courses/make-grade-column.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import { conditionsOf } from '../micro-credentials/award-rule.js';
import { changedElsewhere } from '../micro-credentials/changed-elsewhere.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import { ruleOf } from '../micro-credentials/rule-of.js';
import { asksForColumn, ownColumnOf } from '../micro-credentials/written-column.js';
import type { LmsFamily } from '../platforms/platform.js';
import type { PlatformStore } from '../platforms/platform-store.js';

export interface SetWriteBackDeps {
  microCredentials: MicroCredentialStore;
  courses: CourseStore;
  platforms: PlatformStore;
  lms: LmsCourse;
  clock: Clock;
}

/** Why the LMS cannot be told; undefined: it can. */
export type WriteBackObstacle = 'column-is-evidence' | 'no-scores';

const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

export function writeBackObstacle(
  microCredential: MicroCredential,
  course: Course,
  family: LmsFamily,
): WriteBackObstacle | undefined {
  const { draft, versions } = microCredential;
  const column = ownColumnOf(microCredential, course, family);
  const definitions = [...(draft ? [draft.definition] : []), ...versions.map(({ definition }) => definition)];
  const asked = definitions.flatMap((definition) => conditionsOf(ruleOf(definition)));
  // Acquis would read its own writing as proof
  if (asked.some((one) => asksForColumn(one, column))) return 'column-is-evidence';
  return course.gradeScopes.includes(scoreScope) ? undefined : 'no-scores';
}

/**
 * @throws Problem not-found (the platform is gone), not-permitted, award-move-not-allowed (facts.obstacle), micro-credential-changed-elsewhere, lms-* (no column could be
 * made: nothing is changed then)
 */
export async function setWriteBack(
  deps: SetWriteBackDeps,
  input: { visit: Visit; course: Course; microCredential: MicroCredential; isOn: boolean; label: string },
): Promise<MicroCredential> {
  const { visit, course, microCredential, isOn, label } = input;
  requireTeacher(visit, microCredential.courseId);
  if (isOn) {
    const platform = await deps.platforms.byId(course.platformId);
    if (!platform) throw new Problem('not-found', { detail: 'platform' });
    const refuseObstacle = (of: Course): void => {
      const obstacle = writeBackObstacle(microCredential, of, platform.family);
      if (obstacle) throw new Problem('award-move-not-allowed', { facts: { obstacle } });
    };
    refuseObstacle(course);
    const link = { id: microCredential.linkId, title: visit.linkTitle };
    // which column it is may be known only now
    refuseObstacle(await makeGradeColumn(deps, { course, link, label }));
  }
  const { id, revision } = microCredential;
  const changed = await deps.microCredentials.setWriteBack(id, revision, {
    isOn,
    changedAt: deps.clock(),
    changedBy: visit.person.subject,
  });
  if (!changed) throw changedElsewhere((await deps.microCredentials.byId(id))?.revision);
  return changed;
}
