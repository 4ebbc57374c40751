/** An examiner confirms by hand that a learner has met the criteria, or takes the confirmation back. */
import type { Clock } from '../../shared/clock.js';
import { formProblem } from '../../shared/field-faults.js';
import type { AwardStore } from '../awards/award-store.js';
import { mayBeDecided } from '../awards/may-be-decided.js';
import type { CourseStore } from '../courses/course-store.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { reasonGiven } from '../courses/reason-given.js';
import { requireTeacher } from '../courses/require-teacher.js';
import { currentVersion } from '../micro-credentials/micro-credential.js';
import type { ConfirmationStore } from '../evidence/confirmation-store.js';
import { requireLearner, type AboutLearner } from '../evidence/require-learner.js';

export interface ConfirmLearnerDeps {
  confirmations: ConfirmationStore;
  awards: Pick<AwardStore, 'ofLearnerAllVersions'>;
  courses: CourseStore;
  lms: LmsCourse;
  clock: Clock;
}

/**
 * @param input.version that the examiner saw: what was confirmed of one version proves nothing of the next
 * @param input.reason in the examiner's words, 1 to 1000 characters
 * @throws Problem as `requireLearner`, request-invalid (facts.fields: reason; version: 'changed-since', another one was published since;
 * subject: 'claimed-since', the award that it would be for has been claimed)
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
  if (version !== currentVersion(microCredential)?.number) throw formProblem({ version: 'changed-since' });
  if (!(await mayBeDecided(deps, { microCredentialId, version, platformId, subject })))
    throw formProblem({ subject: 'claimed-since' });
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
