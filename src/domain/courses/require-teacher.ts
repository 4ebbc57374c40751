/** The right of a teacher in a course: from this very launch, in this very course. Administrators have none by being so. */
import { Problem } from '../../shared/problem.js';
import type { Visit } from './visit.js';

/** @throws Problem not-permitted when the visit is not a teacher's, or is of another course. */
export function requireTeacher(visit: Visit, courseId: string): void {
  if (!visit.roles.teaches || visit.courseId !== courseId) {
    throw new Problem('not-permitted', { detail: 'only a teacher of this course may do this' });
  }
}
