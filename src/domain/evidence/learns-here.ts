/** Whether somebody is a learner of a course: seen there in a launch, or listed by the LMS now. */
import type { CourseMember, CourseStore } from '../courses/course-store.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { Problem } from '../../shared/problem.js';
import { learnersOf } from './facts-of-learner.js';

/**
 * The LMS is asked only about somebody who was never seen; where it offers no roster, those seen are all that are known.
 * @param member the person as seen in launches; undefined when never seen
 * @throws Problem not-found (no such course), lms-unreachable, lms-refused, lms-answer-unreadable
 */
export async function learnsHere(
  deps: { courses: CourseStore; lms: LmsCourse },
  courseId: string,
  subject: string,
  member: CourseMember | undefined,
): Promise<boolean> {
  if (member?.everTaught) return false;
  if (member?.roles.learns) return true;
  const course = await deps.courses.byId(courseId);
  if (!course) throw new Problem('not-found', { detail: 'no such course' });
  try {
    return learnersOf(await deps.lms.roster(course), []).some((listed) => listed.subject === subject);
  } catch (error) {
    if (error instanceof Problem && error.code === 'lms-service-missing') return false;
    throw error;
  }
}
