/** Somebody launched in a course: it is worth a look soon. Writes only where that changes anything. */
import type { Clock } from '../../shared/clock.js';
import type { Course } from '../courses/course.js';
import { isAway } from '../evidence/asked.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import type { CheckStore } from './check-store.js';
import type { CheckSubject, CourseCheck } from './course-check.js';
import { subjectOf } from './subject-of.js';

export interface AskAfterLaunchDeps {
  checks: CheckStore;
  microCredentials: MicroCredentialStore;
  clock: Clock;
}

/** Also makes the check of what was published when there was none yet. */
export async function askAfterLaunch(
  deps: AskAfterLaunchDeps,
  course: Pick<Course, 'id' | 'platformId'>,
): Promise<void> {
  const [microCredentials, known] = await Promise.all([
    deps.microCredentials.ofCourse(course.id),
    deps.checks.ofCourse(course.id),
  ]);
  const now = deps.clock();
  for (const microCredential of microCredentials) {
    const subject = subjectOf(microCredential, course.platformId);
    if (subject) await askOne(deps.checks, subject, known.find(isOf(subject)), now);
  }
}

const isOf =
  (subject: CheckSubject) =>
  ({ microCredentialId, version }: CourseCheck): boolean =>
    microCredentialId === subject.microCredentialId && version === subject.version;

async function askOne(
  checks: CheckStore,
  subject: CheckSubject,
  known: CourseCheck | undefined,
  now: Date,
): Promise<void> {
  // it launches, so it answers again
  if (known?.state === 'stopped' && isAway(known.trouble)) await checks.askAnew(subject, now);
  else if (!known || needsAsking(known, now)) await checks.ask(subject, now);
}

/** Not what is due already, unless somebody works on it: that one may have asked the LMS before this launch. */
function needsAsking({ state, tries, dueAt, lease }: CourseCheck, now: Date): boolean {
  if (state === 'stopped' || tries > 0) return false;
  return dueAt > now || (lease !== undefined && lease.until > now);
}
