/** An examiner confirms by hand that a learner has met the criteria, or takes the confirmation back. */
import type { Clock } from '../../shared/clock.js';
import type { CourseStore } from '../courses/course-store.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { reasonGiven } from '../courses/reason-given.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { ConfirmationStore } from './confirmation-store.js';
import { requireLearner, type AboutLearner } from './require-learner.js';

export interface ConfirmLearnerDeps {
  confirmations: ConfirmationStore;
  courses: CourseStore;
  lms: LmsCourse;
  clock: Clock;
}

/**
 * @param input.reason in the examiner's words, 1 to 1000 characters
 * @throws Problem as `requireLearner`, request-invalid (facts.fields.reason)
 */
export async function confirmLearner(
  deps: ConfirmLearnerDeps,
  input: AboutLearner & { confirmed: boolean; reason: string },
): Promise<void> {
  const { visit, microCredential, version, subject, confirmed } = input;
  requireTeacher(visit, microCredential.courseId);
  const reason = reasonGiven(input.reason);
  const { id: microCredentialId } = microCredential;
  const { platformId, person } = visit;
  await requireLearner(
    deps,
    input,
    async () => (await deps.confirmations.of(microCredentialId, version, platformId, subject)) !== undefined,
  );
  await deps.confirmations.decide({
    microCredentialId,
    version,
    platformId,
    subject,
    confirmed,
    examiner: { subject: person.subject, name: person.name },
    reason,
    at: deps.clock(),
  });
}
