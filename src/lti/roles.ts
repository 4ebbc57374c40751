/**
 * LTI roles in the words of the product. A right in the course comes from a role in the course alone: that somebody is an
 * instructor of the institution, or watches as a mentor, says nothing about this course.
 * https://www.imsglobal.org/spec/lti/v1p3/#role-vocabularies ; short names: Moodle's rosters; urn: LTI 1.1 vocabularies.
 */
import type { CourseRoles } from '../domain/courses/roles.js';

const teaching: readonly string[] = ['Instructor', 'TeachingAssistant'];
const administering: readonly string[] = ['Administrator', 'SysAdmin', 'AccountAdmin'];

/** The principal role in the course: `membership#X`, `membership/X#sub-role`, `urn:lti:role:ims/lis/X/sub-role` or `X`. */
const inCourse =
  /^(?:https?:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership[#/]|urn:lti:role:ims\/lis\/)?([A-Za-z]+)(?:[#/].*)?$/;
const aboveCourse =
  /^(?:https?:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/(?:institution|system)\/person#|urn:lti:(?:inst|sys)role:ims\/lis\/)([A-Za-z]+)$/;
/** The person that an LMS makes up so that a teacher can look at the course as a learner. */
const testUser = /^https?:\/\/purl\.imsglobal\.org\/vocab\/lti\/system\/person#TestUser$/;

/** Unknown roles count for nothing; a made-up test user has no role at all, since nothing can be awarded to it. */
export function rolesFrom(roles: readonly string[]): CourseRoles {
  if (roles.some((role) => testUser.test(role))) return { teaches: false, learns: false, administers: false };
  const held = roles.map((role) => inCourse.exec(role)?.[1] ?? '');
  const above = roles.map((role) => aboveCourse.exec(role)?.[1] ?? '');
  return {
    teaches: held.some((role) => teaching.includes(role)),
    learns: held.includes('Learner'),
    administers: [...held, ...above].some((role) => administering.includes(role)),
  };
}
