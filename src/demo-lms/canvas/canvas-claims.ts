/**
 * The id_token of a launch as Canvas documents it: mixed role vocabularies, UUID `sub`, 40-digit context id, platform storage.
 * https://www.imsglobal.org/spec/lti/v1p3/#resource-link-launch-request-message
 */
import type { JWTPayload } from 'jose';
import { deploymentOf, nowInSeconds, type Lms } from '../lms.js';
import type { Activity, Course, Person } from '../state/lms-state.js';
import { standingOf, type Standing } from '../state/read-course.js';
import { contextId, legacyUserId, ltiUserId, resourceLinkId } from './canvas-ids.js';

const claim = (name: string): string => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#';
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person#';

export const canvasAgsScopes = ['lineitem', 'lineitem.readonly', 'result.readonly', 'score'].map(
  (scope) => `https://purl.imsglobal.org/spec/lti-ags/scope/${scope}`,
);

export function canvasClaims(
  lms: Lms,
  course: Course,
  activity: Activity,
  person: Person,
  { nonce, locale }: { nonce: string; locale: string },
): JWTPayload {
  const { tool } = lms.state;
  const iat = nowInSeconds(lms);
  const column = lms.state.lineItems.find(
    ({ linkId }) => activity.linkId !== '' && linkId === activity.linkId,
  );
  return {
    [claim('message_type')]: 'LtiResourceLinkRequest',
    [claim('version')]: '1.3.0',
    [claim('resource_link')]: {
      id: resourceLinkId(course, activity),
      description: activity.kind === 'course-navigation' ? null : activity.description,
      title: activity.kind === 'course-navigation' ? course.title : activity.title,
    },
    aud: tool.clientId,
    azp: tool.clientId,
    [claim('deployment_id')]: deploymentOf(tool, course),
    exp: iat + 3600,
    iat,
    iss: lms.issuer,
    nonce,
    sub: ltiUserId(person.id),
    [claim('target_link_uri')]: tool.launchUrl,
    [claim('context')]: {
      id: contextId(course),
      label: course.label,
      title: course.title,
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
    },
    [claim('tool_platform')]: {
      guid: 'demo0001:canvas-lms',
      name: 'Canvas-like demonstration',
      version: 'cloud',
      product_family_code: 'canvas',
    },
    [claim('launch_presentation')]: {
      document_target: 'iframe',
      return_url: `${lms.url}/courses/${course.id}`,
      locale,
      height: null,
      width: null,
    },
    locale,
    [claim('roles')]: launchRoles(standingOf(person, course)),
    [claim('custom')]: { ...activity.custom },
    [claim('lis')]: {
      person_sourcedid: tool.sharesNames ? person.sourcedId : null,
      // a variable Canvas cannot fill in comes through as it is written
      course_offering_sourcedid: '$CourseSection.sourcedId',
    },
    [claim('lti11_legacy_user_id')]: legacyUserId(person.id),
    [claim('lti1p1')]: { user_id: legacyUserId(person.id) },
    ...namesOf(lms, person),
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      scope: canvasAgsScopes,
      lineitems: canvasLineItemsUrl(lms, course.id),
      ...(column ? { lineitem: `${canvasLineItemsUrl(lms, course.id)}/${column.id}` } : {}),
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: canvasMembershipsUrl(lms, course.id),
      service_versions: ['2.0'],
    },
    'https://www.instructure.com/placement':
      activity.kind === 'course-navigation' ? 'course_navigation' : null,
  };
}

export const canvasLineItemsUrl = (lms: Lms, courseId: string): string =>
  `${lms.url}/api/lti/courses/${courseId}/line_items`;

export const canvasMembershipsUrl = (lms: Lms, courseId: string): string =>
  `${lms.url}/api/lti/courses/${courseId}/names_and_roles`;

/** What the privacy level lets through; `sub` and the legacy id always do. */
export function namesOf({ state: { tool } }: Lms, person: Person): Record<string, string> {
  return {
    ...(tool.sharesNames
      ? {
          name: `${person.givenName} ${person.familyName}`,
          given_name: person.givenName,
          family_name: person.familyName,
        }
      : {}),
    ...(tool.sharesEmail && person.email ? { email: person.email } : {}),
  };
}

function launchRoles(standing: Standing): string[] {
  switch (standing) {
    case 'administrator':
    case 'manager':
      return [`${institution}Administrator`, `${system}User`];
    case 'editing-teacher':
      return [`${institution}Instructor`, `${membership}Instructor`, `${system}User`];
    case 'tutor':
      return [
        `${institution}Instructor`,
        `${membership}Instructor`,
        'http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant',
        `${system}User`,
      ];
    case 'learner':
      return [`${institution}Student`, `${membership}Learner`, `${system}User`];
    case 'stranger':
      return [`${system}User`];
  }
}
