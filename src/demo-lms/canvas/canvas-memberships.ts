/**
 * Canvas's roster: at most fifty a page, role URIs, `message` only with `rlid`; `rlid` obeys "Assign to", never grades.
 * https://www.imsglobal.org/spec/lti-nrps/v2p0
 */
import type { Request, Response } from 'express';
import type { Lms } from '../lms.js';
import type { Activity } from '../state/lms-state.js';
import { activeMembers, type Member } from '../state/read-course.js';
import { courseAsked, onePage, refuseCanvas, sendCanvas } from './canvas-answer.js';
import { canvasMembershipsUrl, namesOf } from './canvas-claims.js';
import { contextId, legacyUserId, linkUuid, ltiUserId } from './canvas-ids.js';

export const nrpsScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const format = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const assistant = 'http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant';

export function canvasMemberships(lms: Lms, request: Request, response: Response): void {
  const course = courseAsked(lms, request, response, [nrpsScope]);
  if (!course) return;
  const { rlid, role } = request.query as Record<string, string | undefined>;
  const activity = course.activities.find(({ linkId }) => linkId !== '' && linkUuid(linkId) === rlid);
  const isCourse = rlid === contextId(course);
  if (rlid !== undefined && !isCourse && activity?.kind !== 'tool')
    return refuseCanvas(response, 400, 'bad_request', `Tool does not have access to rlid ${rlid}`);
  const members = activeMembers(lms.state, course)
    .filter((member) => isAssigned(activity, member))
    .filter((member) => role === undefined || rolesOf(member).includes(role));
  const shown = onePage(lms, request, response, members, { usual: 50, most: 50 });
  sendCanvas(response, format, {
    id: canvasMembershipsUrl(lms, course.id),
    context: { id: contextId(course), label: course.label, title: course.title },
    members: shown.map((member) => written(lms, member, activity, rlid !== undefined)),
  });
}

/** Learners an activity is not assigned to are left out, everybody else stays. */
const isAssigned = (activity: Activity | undefined, { person, enrolment }: Member): boolean =>
  enrolment.role !== 'learner' || !activity?.assignedTo || activity.assignedTo.includes(person.id);

function rolesOf({ enrolment }: Member): string[] {
  if (enrolment.role === 'learner') return [`${membership}Learner`];
  return enrolment.role === 'tutor' ? [assistant, `${membership}Instructor`] : [`${membership}Instructor`];
}

function written(
  lms: Lms,
  member: Member,
  activity: Activity | undefined,
  withMessage: boolean,
): Record<string, unknown> {
  const { person } = member;
  const { tool } = lms.state;
  const message = {
    'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiResourceLinkRequest',
    locale: 'en',
    'https://www.instructure.com/canvas_user_id': Number(person.id),
    'https://www.instructure.com/canvas_user_login_id': person.username,
    'https://purl.imsglobal.org/spec/lti/claim/custom': { ...activity?.custom },
  };
  return {
    status: 'Active',
    ...namesOf(lms, person),
    ...(tool.sharesNames ? { lis_person_sourcedid: person.sourcedId } : {}),
    user_id: ltiUserId(person.id),
    lti11_legacy_user_id: legacyUserId(person.id),
    roles: rolesOf(member),
    ...(withMessage ? { message: [message] } : {}),
  };
}
