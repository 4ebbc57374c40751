/** A teacher asks for a grade column in an activity: it is made once in the LMS, and remembered with the link. */
import type { Clock } from '../../shared/clock.js';
import type { CourseStore } from './course-store.js';
import type { Course } from './course.js';
import type { LmsCourse } from './lms-course.js';

/** Points: a result is asked for in percent of it. */
const columnMaximum = 100;

/** The course, with the column known. One that is there already is taken. @throws Problem lms-* when the LMS does not make it */
export async function makeGradeColumn(
  deps: { lms: LmsCourse; courses: CourseStore; clock: Clock },
  input: { course: Course; link: { id: string; title: string }; label: string },
): Promise<Course> {
  const { course, link, label } = input;
  const there = await deps.lms.lineItemOfLink(course, link.id);
  const lineItemUrl = there?.url ?? (await deps.lms.createLineItem(course, link.id, label, columnMaximum));
  return deps.courses.see({ ...toldOf(course), link: { ...link, lineItemUrl }, at: deps.clock() });
}

/** What the launches of the course told, as it stands. */
function toldOf({ links: _links, createdAt: _created, lastLaunchAt: _last, ...told }: Course) {
  return told;
}
