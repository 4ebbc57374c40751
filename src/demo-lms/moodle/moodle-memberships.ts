/**
 * Moodle's roster: short role names, no paging unless asked, `rlid` narrowed by an activity's restriction only.
 * https://www.imsglobal.org/spec/lti-nrps/v2p0
 */
import type { Request, Response } from 'express';
import { scopesOf } from '../access-tokens.js';
import type { Lms } from '../lms.js';
import type { Activity, Course } from '../state/lms-state.js';
import { activeMembers, courseOf, passedIn, type Member } from '../state/read-course.js';
import { phpJson, refuseFormat, refuseMoodle, sendMoodle, suits } from './moodle-answer.js';
import { basicOutcome, claim, columnsOf, membershipsUrl, nrpsScope, toolTypeId } from './moodle-claims.js';

const format = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

export function moodleMemberships(lms: Lms, request: Request, response: Response): void {
  const { course: courseId = '', tool = '' } = request.params as Record<string, string>;
  if (!suits(request, [format]))
    return refuseFormat(request, response, `/CourseSection/${courseId}/bindings/${tool}/memberships`);
  if (!scopesOf(lms, request)?.includes(nrpsScope) || tool !== toolTypeId(lms))
    return refuseMoodle(request, response, 401, 'Unauthorized');
  const course = courseOf(lms.state, courseId);
  if (!course) return refuseMoodle(request, response, 404, `Not Found: Course ${courseId} doesn't exist`);
  const { rlid, role, limit, from } = request.query as Record<string, string | undefined>;
  const link = rlid === undefined ? undefined : linkOf(lms, rlid);
  if (rlid !== undefined && !link)
    return refuseMoodle(request, response, 404, `Not Found: LTI link ${rlid} doesn't exist`);
  if (link && link.course !== course) return badGateway(response);
  const members = listed(lms, course, link?.activity, role);
  const start = Number(from ?? 0) || 0;
  const size = Number(limit ?? 0) || 0;
  const url = membershipsUrl(lms, course);
  if (size > 0 && start + size < members.length) {
    const kept = [
      ...(rlid === undefined ? [] : [`rlid=${rlid}`]),
      ...(role === undefined ? [] : [`role=${role}`]),
    ];
    const query = [`limit=${size}`, `from=${start + size}`, ...kept].join('&');
    response.setHeader('Link', `<${url}?${query}>; rel="next"`);
  }
  sendMoodle(
    response,
    format,
    phpJson({
      id: url,
      context: { id: course.id, label: course.label, title: course.title },
      members: (size > 0 ? members.slice(start, start + size) : members).map((member) =>
        written(lms, member, link?.activity),
      ),
    }),
  );
}

function linkOf(lms: Lms, linkId: string): { course: Course; activity: Activity } | undefined {
  for (const course of lms.state.courses) {
    const activity = course.activities.find((one) => one.linkId !== '' && one.linkId === linkId);
    if (activity) return { course, activity };
  }
  return undefined;
}

/** Suspended enrolments are left out, suspended accounts are not; a hidden activity narrows nothing. */
function listed(
  lms: Lms,
  course: Course,
  activity: Activity | undefined,
  role: string | undefined,
): Member[] {
  const passed = activity?.isRestricted && !activity.isHidden ? passedIn(lms.state, course) : undefined;
  const wanted = role?.replace(/^.*#/, '');
  return activeMembers(lms.state, course).filter(
    (member) =>
      (wanted === undefined || rosterRole(member) === wanted) &&
      (passed === undefined || member.enrolment.role !== 'learner' || passed.has(member.person.id)),
  );
}

/** A non-editing teacher is a learner here, though an instructor at launch. */
const rosterRole = ({ enrolment }: Member): string =>
  enrolment.role === 'editing-teacher' ? 'Instructor' : 'Learner';

function written(lms: Lms, member: Member, activity: Activity | undefined): Record<string, unknown> {
  const { person } = member;
  const { tool } = lms.state;
  const message = {
    [claim('message_type')]: 'LtiResourceLinkRequest',
    ...(activity && columnsOf(lms, activity).length > 0 ? basicOutcome(lms, activity, person.id) : {}),
  };
  return {
    status: 'Active',
    roles: [rosterRole(member)],
    ...(activity ? { message: [message] } : {}),
    user_id: person.id,
    lis_person_sourcedid: person.sourcedId,
    ...(tool.sharesNames
      ? {
          name: `${person.givenName} ${person.familyName}`,
          given_name: person.givenName,
          family_name: person.familyName,
        }
      : {}),
    ...(tool.sharesEmail && person.email ? { email: person.email } : {}),
    ...(tool.sharesNames ? { ext_user_username: person.username } : {}),
  };
}

/** Moodle sends a status line no proxy understands; behind nginx it looks like this. */
function badGateway(response: Response): void {
  response.status(502).setHeader('Content-Type', 'text/html');
  response.end(
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  );
}
