/** One page of a course as somebody finds it. */
import type { CourseWeb, Person } from './course-web.js';

export interface PageOfCourse {
  name: string;
  web: CourseWeb;
  person: Person;
  /** Below the person's path. */
  page: string;
}

export const listed =
  (web: CourseWeb, person: Person) =>
  (name: string, page: string): PageOfCourse => ({ name, web, person, page });
