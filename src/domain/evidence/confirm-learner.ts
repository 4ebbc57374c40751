/** An examiner confirms by hand that a learner has met the criteria, or takes the confirmation back. */
import type { Clock } from '../../shared/clock.js';
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import type { CourseStore } from '../courses/course-store.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { reasonGiven } from '../courses/reason-given.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import type { ConfirmationStore } from './confirmation-store.js';
import { learnsHere } from './learns-here.js';

export interface ConfirmLearnerDeps {
  confirmations: ConfirmationStore;
  courses: CourseStore;
  lms: LmsCourse;
  clock: Clock;
}

/**
 * @param input.version number of a published version
 * @param input.subject the learner's LTI sub on the visit's platform
 * @param input.reason in the examiner's words, 1 to 1000 characters
 * @throws Problem not-permitted, request-invalid (facts.fields: reason; subject 'invalid', 'taught-here', 'not-in-course'),
 * micro-credential-not-published; lms-unreachable, lms-refused, lms-answer-unreadable about somebody who was never seen
 */
export async function confirmLearner(
  deps: ConfirmLearnerDeps,
  input: {
    visit: Visit;
    microCredential: MicroCredential;
    version: number;
    subject: string;
    confirmed: boolean;
    reason: string;
  },
): Promise<void> {
  const { visit, microCredential, version, subject, confirmed } = input;
  requireTeacher(visit, microCredential.courseId);
  if (!microCredential.versions.some((published) => published.number === version)) {
    throw new Problem('micro-credential-not-published');
  }
  const reason = reasonGiven(input.reason);
  if (subject === '' || subject.length > 255) throw formProblem({ subject: 'invalid' });
  const member = await deps.courses.member(visit.courseId, subject);
  if (member?.everTaught || subject === visit.person.subject) throw formProblem({ subject: 'taught-here' });
  // one decided on before may have left since: that decision can be changed all the same
  const known =
    (await deps.confirmations.of(microCredential.id, version, visit.platformId, subject)) !== undefined ||
    (await learnsHere(deps, visit.courseId, subject, member));
  if (!known) throw formProblem({ subject: 'not-in-course' });
  await deps.confirmations.decide({
    microCredentialId: microCredential.id,
    version,
    platformId: visit.platformId,
    subject,
    confirmed,
    examiner: { subject: visit.person.subject, name: visit.person.name },
    reason,
    at: deps.clock(),
  });
}
