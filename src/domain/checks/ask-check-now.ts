/** A teacher wants a course looked at now: presses the button, publishes, or has confirmed somebody. */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import type { CheckStore } from './check-store.js';
import { subjectOf } from './subject-of.js';

/** Milliseconds from one look to the next that somebody asks for: pressing the button without end must not flood the LMS. */
const rest = 5_000;

/**
 * Due at once, or when the last look is over for a moment; also where checks have failed or stopped. Pressing it twice is one look.
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
  const known = await deps.checks.of(subject.microCredentialId, subject.version);
  await deps.checks.askAnew(subject, dueAt(deps.clock(), known?.lookedAt));
}

/** Never later than a moment from now: clocks of replicas differ. */
function dueAt(now: Date, lookedAt: Date | undefined): Date {
  const rested = (lookedAt?.getTime() ?? 0) + rest;
  return new Date(Math.min(Math.max(now.getTime(), rested), now.getTime() + rest));
}
