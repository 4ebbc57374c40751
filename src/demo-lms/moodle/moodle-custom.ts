/** Custom parameters as Moodle fills them in: known variables get values, unknown ones come through as they are written. */
import type { Lms } from '../lms.js';
import type { Activity, Course, Person } from '../state/lms-state.js';
import { mayTeach, standingOf } from '../state/read-course.js';

/** What the administrator wrote into the tool's "Custom parameters". */
const toolParameters: Record<string, string> = {
  acq_user_id: '$User.id',
  acq_username: '$User.username',
  acq_person_name: '$Person.name.full',
  acq_person_email: '$Person.email.primary',
  acq_person_sourcedid: '$Person.sourcedId',
  acq_context_id: '$Context.id',
  acq_context_sourcedid: '$Context.sourcedId',
  acq_context_history: '$Context.id.history',
  acq_link_id: '$ResourceLink.id',
  acq_link_history: '$ResourceLink.id.history',
  acq_role: '$Membership.role',
  acq_course_begin: '$CourseSection.timeFrame.begin',
  acq_course_end: '$CourseSection.timeFrame.end',
  acq_groups: '$Moodle.Person.userGroupIds',
  acq_submission_end: '$ResourceLink.submission.endDateTime',
};

export function moodleCustom(
  lms: Lms,
  course: Course,
  activity: Activity,
  person: Person,
  membershipsUrl: string,
): Record<string, string | null> {
  const { tool } = lms.state;
  const values: Record<string, string | null> = {
    '$User.id': person.id,
    '$User.username': person.username,
    '$Person.name.full': tool.sharesNames ? `${person.givenName} ${person.familyName}` : null,
    '$Person.email.primary': tool.sharesEmail ? person.email : null,
    '$Person.sourcedId': person.sourcedId,
    '$Context.id': course.id,
    '$Context.sourcedId': course.sourcedId,
    '$Context.id.history': '',
    '$ResourceLink.id': activity.linkId,
    '$Membership.role': mayTeach(standingOf(person, course)) ? 'Instructor' : 'Learner',
    '$CourseSection.timeFrame.begin': '2026-08-31T23:00:00+00:00',
    '$CourseSection.timeFrame.end': '2027-01-31T00:00:00+00:00',
    '$Moodle.Person.userGroupIds': '1',
  };
  const filled = Object.entries({ ...activity.custom, ...toolParameters }).map(([key, value]) => [
    key,
    value in values ? values[value] : value,
  ]);
  return {
    ...(Object.fromEntries(filled) as Record<string, string | null>),
    context_memberships_url: membershipsUrl,
  };
}
