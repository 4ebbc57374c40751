/** Port: where courses and who was seen in them are kept. (platformId, deploymentId, contextId) is unique. */
import type { Course, ResourceLink } from './course.js';
import type { CourseRoles } from './roles.js';
import type { Person } from './visit.js';

export interface CourseSighting {
  id: string;
  platformId: string;
  deploymentId: string;
  institutionId: string;
  contextId: string;
  title: string;
  label: string;
  membershipsUrl?: string;
  lineItemsUrl?: string;
  gradeScopes: string[];
  link: ResourceLink;
  locale?: string;
  at: Date;
}

/** A person as seen in launches of one course. */
export interface CourseMember {
  courseId: string;
  person: Person;
  roles: CourseRoles;
  /** True once the person has launched as a teacher of this course: never taken for a learner from then on. */
  everTaught: boolean;
  /** When the person last launched each link: {linkId: date}. Restricted links count only this way. */
  launches: { linkId: string; at: Date }[];
}

export interface CourseStore {
  /** Creates the course or refreshes what the launch told; safe when two launches race. Returns it as it is now. */
  see(sighting: CourseSighting): Promise<Course>;
  byId(id: string): Promise<Course | undefined>;
  /** Of the LMS's context id: one, or one for each deployment from which it was opened. */
  ofContext(platformId: string, contextId: string): Promise<Course[]>;
  /** The course of the platform that was opened last; undefined while none was. */
  openedLast(platformId: string): Promise<Course | undefined>;
  /** Remembers a person's launch of a link. */
  seeMember(courseId: string, person: Person, roles: CourseRoles, linkId: string, at: Date): Promise<void>;
  member(courseId: string, subject: string): Promise<CourseMember | undefined>;
  members(courseId: string): Promise<CourseMember[]>;
}
