/** The learner about whom a teacher records a decision by hand: for a published version, and never for somebody who teaches. */
import { formProblem } from '../../shared/field-faults.js';
import { Problem } from '../../shared/problem.js';
import type { CourseStore } from '../courses/course-store.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { requireTeacher } from '../courses/require-teacher.js';
import type { Visit } from '../courses/visit.js';
import type { MicroCredential } from '../micro-credentials/micro-credential.js';
import { learnsHere } from './learns-here.js';

export interface AboutLearner {
  visit: Visit;
  microCredential: MicroCredential;
  /** Number of a published version. */
  version: number;
  /** LTI sub on the visit's platform. */
  subject: string;
}

/**
 * @param wasDecidedOn tells of a decision of before: who was decided on may have left since, and it can be changed all the same
 * @throws Problem not-permitted, request-invalid (facts.fields.subject: 'invalid', 'taught-here', 'not-in-course'),
 * micro-credential-not-published; lms-unreachable, lms-refused, lms-answer-unreadable about somebody who was never seen
 */
export async function requireLearner(
  deps: { courses: CourseStore; lms: LmsCourse },
  { visit, microCredential, version, subject }: AboutLearner,
  wasDecidedOn: () => Promise<boolean>,
): Promise<void> {
  requireTeacher(visit, microCredential.courseId);
  if (!microCredential.versions.some((published) => published.number === version)) {
    throw new Problem('micro-credential-not-published');
  }
  if (subject === '' || subject.length > 255) throw formProblem({ subject: 'invalid' });
  const member = await deps.courses.member(visit.courseId, subject);
  if (member?.everTaught || subject === visit.person.subject) throw formProblem({ subject: 'taught-here' });
  const known = (await wasDecidedOn()) || (await learnsHere(deps, visit.courseId, subject, member));
  if (!known) throw formProblem({ subject: 'not-in-course' });
}
