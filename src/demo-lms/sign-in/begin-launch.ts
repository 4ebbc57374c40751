/**
 * Third-party initiated login: the LMS sends the browser to the tool's login address.
 * https://www.imsglobal.org/spec/security/v1p0/#step-1-third-party-initiated-login
 */
import { randomBytes, randomInt } from 'node:crypto';
import { ltiUserId } from '../canvas/canvas-ids.js';
import { deploymentOf, type Lms } from '../lms.js';
import type { Activity, Course, Person } from '../state/lms-state.js';
import { selfPostingForm } from './self-posting-form.js';

/** @returns the page that posts the login request. */
export function beginLaunch(lms: Lms, course: Course, activity: Activity, person: Person): string {
  const { tool } = lms.state;
  const launchId =
    lms.state.kind === 'moodle'
      ? `ltilaunch${activity.linkId}_${randomInt(1, 2 ** 31)}`
      : randomBytes(32).toString('hex');
  lms.begunLaunches.set(launchId, { userId: person.id, activityId: activity.id, begunAt: lms.clock() });
  const common = { iss: lms.issuer, target_link_uri: tool.launchUrl };
  if (lms.state.kind === 'moodle') {
    return selfPostingForm(
      tool.loginUrl,
      {
        ...common,
        login_hint: person.id,
        lti_message_hint: JSON.stringify({ cmid: Number(activity.id), launchid: launchId }),
        client_id: tool.clientId,
        lti_deployment_id: deploymentOf(tool, course),
      },
      'ltiInitiateLoginForm',
    );
  }
  return selfPostingForm(
    tool.loginUrl,
    {
      ...common,
      login_hint: ltiUserId(person.id),
      client_id: tool.clientId,
      lti_deployment_id: deploymentOf(tool, course),
      lti_message_hint: launchId,
      canvas_region: 'not_configured',
      canvas_environment: 'prod',
      lti_storage_target: 'post_message_forwarding',
    },
    'ltiInitiateLoginForm',
  );
}
