/** A teacher wants a course looked at now: presses the button, publishes, or has confirmed somebody. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import type { CheckStore } from './check-store.js';
import { subjectOf } from './subject-of.js';

/**
 * Due at once, also where checks have failed or stopped. Pressing it twice is one look.
 * @throws Problem not-permitted, micro-credential-not-published
 */
export async function askCheckNow(
  deps: { checks: CheckStore; clock: Clock },
  input: { visit: Visit; microCredential: MicroCredential },
): Promise<void> {
  const { visit, microCredential } = input;
  requireTeacher(visit, microCredential.courseId);
  const subject = subjectOf(microCredential, visit.platformId);
  if (!subject) throw new Problem('micro-credential-not-published');
  await deps.checks.askAnew(subject, deps.clock());
}
