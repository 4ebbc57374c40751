/**
 * The id_token of a Moodle 4.5 launch, claim by claim and in the order it was recorded.
 * https://www.imsglobal.org/spec/lti/v1p3/#resource-link-launch-request-message
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { deploymentOf, nowInSeconds, type Lms } from '../lms.js';
import type { Activity, Course, Person } from '../state/lms-state.js';
import { standingOf, type Standing } from '../state/read-course.js';
import { moodleCustom } from './moodle-custom.js';

export const claim = (name: string): string => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

export const agsScopes = ['lineitem', 'lineitem.readonly', 'result.readonly', 'score'].map(
  (scope) => `https://purl.imsglobal.org/spec/lti-ags/scope/${scope}`,
);
export const nrpsScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

export function moodleClaims(
  lms: Lms,
  course: Course,
  activity: Activity,
  person: Person,
  { nonce, locale }: { nonce: string; locale: string },
): JWTPayload {
  const { tool } = lms.state;
  const standing = standingOf(person, course);
  const iat = nowInSeconds(lms);
  const columns = columnsOf(lms, activity);
  const memberships = membershipsUrl(lms, course);
  return {
    nonce,
    iat,
    exp: iat + 60,
    iss: lms.issuer,
    aud: tool.clientId,
    [claim('deployment_id')]: deploymentOf(tool, course),
    [claim('target_link_uri')]: tool.launchUrl,
    sub: person.id,
    [claim('lis')]: { person_sourcedid: person.sourcedId, course_section_sourcedid: course.sourcedId },
    [claim('roles')]: launchRoles(standing),
    [claim('context')]: { id: course.id, label: course.label, title: course.title, type: ['CourseSection'] },
    [claim('message_type')]: 'LtiResourceLinkRequest',
    [claim('resource_link')]: {
      title: activity.title,
      description: activity.description,
      id: activity.linkId,
    },
    ...(columns.length > 0 ? basicOutcome(lms, activity, person.id) : {}),
    ...(tool.sharesNames
      ? {
          given_name: person.givenName,
          family_name: person.familyName,
          name: `${person.givenName} ${person.familyName}`,
        }
      : {}),
    [claim('ext')]: { ...(tool.sharesNames ? { user_username: person.username } : {}), lms: 'moodle-2' },
    ...(tool.sharesEmail && person.email ? { email: person.email } : {}),
    [claim('launch_presentation')]: {
      locale,
      document_target: 'iframe',
      return_url: `${lms.url}/mod/lti/return.php?course=${course.id}&launch_container=3&instanceid=${activity.linkId}&sesskey=${randomBytes(5).toString('hex')}`,
    },
    [claim('tool_platform')]: {
      product_family_code: 'moodle',
      version: '2024100706',
      guid: createHash('md5').update(lms.issuer).digest('hex'),
      name: 'demo',
      description: 'Moodle-like demonstration',
    },
    [claim('version')]: '1.3.0',
    [claim('custom')]: moodleCustom(lms, course, activity, person, memberships),
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      scope: agsScopes,
      lineitems: `${lms.url}/mod/lti/services.php/${course.id}/lineitems?type_id=${toolTypeId(lms)}`,
      // given only while the link has exactly one column
      ...(columns.length === 1 && columns[0] ? { lineitem: lineItemUrl(lms, course.id, columns[0].id) } : {}),
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: memberships,
      service_versions: ['1.0', '2.0'],
    },
  };
}

/** Moodle's number of the tool is its deployment id. */
export const toolTypeId = (lms: Lms): string => lms.state.tool.deploymentIds[0] ?? '1';

export const membershipsUrl = (lms: Lms, course: Course): string =>
  `${lms.url}/mod/lti/services.php/CourseSection/${course.id}/bindings/${toolTypeId(lms)}/memberships`;

export const lineItemUrl = (lms: Lms, courseId: string, id: string): string =>
  `${lms.url}/mod/lti/services.php/${courseId}/lineitems/${id}/lineitem?type_id=${toolTypeId(lms)}`;

/** The gradebook columns bound to an activity of the tool. */
export const columnsOf = (lms: Lms, { linkId }: Activity): Lms['state']['lineItems'] =>
  lms.state.lineItems.filter((item) => linkId !== '' && item.linkId === linkId);

export function basicOutcome(lms: Lms, activity: Activity, userId: string): Record<string, unknown> {
  const data = {
    instanceid: activity.linkId,
    userid: userId,
    typeid: activity.kind === 'other-tool' ? '2' : toolTypeId(lms),
    launchid: randomInt(1, 2 ** 31),
  };
  const hash = createHash('sha256').update(JSON.stringify(data)).digest('hex');
  return {
    'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome': {
      lis_result_sourcedid: JSON.stringify({ data, hash }),
      lis_outcome_service_url: `${lms.url}/mod/lti/service.php`,
    },
  };
}

/** Whoever may manage the activity is an instructor at launch: tutors and managers too. */
function launchRoles(standing: Standing): string[] {
  if (standing === 'administrator') {
    return [
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
      `${membership}Instructor`,
      'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
    ];
  }
  return [
    standing === 'learner' || standing === 'stranger' ? `${membership}Learner` : `${membership}Instructor`,
  ];
}
