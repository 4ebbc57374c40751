/**
 * A visit: what one launch opened for one person in one browser. It lives in the database, is tied to platform, deployment,
 * course, link and person, and ends with its time or when the platform is suspended.
 */
import type { CourseRoles } from './roles.js';

export interface Person {
  /** LTI `sub`: unique within one platform (issuer + client id). */
  subject: string;
  name?: string;
  email?: string;
  /** BCP 47: of a member of a course, in which the newest launch asked for our pages. */
  locale?: string;
}

export interface Visit {
  /** The launch's, in the page's address; worth nothing without the browser's cookie. */
  id: string;
  /** SHA-256 (hex) of the secret in the browser's cookie. */
  browserHash: string;
  platformId: string;
  deploymentId: string;
  courseId: string;
  linkId: string;
  linkTitle: string;
  person: Person;
  roles: CourseRoles;
  /** BCP 47, from launch_presentation. */
  locale?: string;
  /** Where the LMS wants the person back. */
  returnUrl?: string;
  startedAt: Date;
  expiresAt: Date;
}

/** The visitor as the course remembers people: with the language. */
export function personInCourse({ person, locale }: Pick<Visit, 'person' | 'locale'>): Person {
  return locale === undefined ? person : { ...person, locale };
}

export interface VisitStore {
  /** @throws Problem duplicate: of any number of callers with one id exactly one succeeds */
  add(visit: Visit): Promise<void>;
  /** Undefined when unknown, expired or ended. */
  byId(id: string, at: Date): Promise<Visit | undefined>;
  endOfPlatform(platformId: string): Promise<number>;
}
