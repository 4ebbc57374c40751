/**
 * A teacher looks at the list of learners: it shows what the LMS says now, but what that means for offers and awards is found by a look at
 * the course. Where the last one is old, the next comes now. Writes once for each look, however often the list is opened.
 */
import type { Clock } from '../../shared/clock.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import type { CheckStore } from './check-store.js';
import type { CourseCheck } from './course-check.js';
import { subjectOf } from './subject-of.js';

/** Milliseconds after which a look is old for somebody who looks at the list. */
const oldAfter = 10 * 60_000;

/**
 * The check as it is then; undefined where there is none. One that fails or has stopped keeps its own time.
 * @throws Problem not-permitted
 */
export async function askWhenOld(
  deps: { checks: CheckStore; clock: Clock },
  input: { visit: Visit; microCredential: MicroCredential },
): Promise<CourseCheck | undefined> {
  const { visit, microCredential } = input;
  requireTeacher(visit, microCredential.courseId);
  const subject = subjectOf(microCredential, visit.platformId);
  if (!subject) return undefined;
  const { microCredentialId, version } = subject;
  const known = await deps.checks.of(microCredentialId, version);
  const now = deps.clock();
  if (!known || !isOld(known, now)) return known;
  await deps.checks.ask(subject, now);
  return deps.checks.of(microCredentialId, version);
}

function isOld({ state, tries, lookedAt, dueAt, lease }: CourseCheck, now: Date): boolean {
  if (state === 'stopped' || tries > 0 || dueAt <= now || (lease && lease.until > now)) return false;
  return !lookedAt || now.getTime() - lookedAt.getTime() >= oldAfter;
}
