/** The account that asks the REST API of the Canvas-like LMS: its token, the scopes of its developer key, its permissions. */
import { randomBytes } from 'node:crypto';
import type { WebServiceAccount } from '../../state/lms-state.js';

const course = 'url:GET|/api/v1/courses/:course_id';

/** What the developer key may hold. https://developerdocs.instructure.com/services/canvas/oauth2/file.scopes */
export const canvasScopes = [
  'url:GET|/api/v1/users/:id',
  'url:GET|/api/v1/courses/:id',
  `${course}/users/:id`,
  `${course}/enrollments`,
  `${course}/assignments`,
  `${course}/students/submissions`,
  `${course}/modules`,
  `${course}/modules/:module_id/items`,
  `${course}/users/:user_id/progress`,
  `${course}/bulk_user_progress`,
  `${course}/outcome_group_links`,
  `${course}/outcome_rollups`,
] as const;
export type CanvasScope = (typeof canvasScopes)[number];

/** What its role may hold; the last is a switch of the developer key, without which include[] is passed over. */
export const canvasPermissions = [
  'Course Content - view',
  'Users - view list',
  'Grades - view all grades',
  'Allow Include Parameters',
] as const;
export type CanvasPermission = (typeof canvasPermissions)[number];

/** A number, a tilde and 64 characters, as Canvas's. */
export const newCanvasToken = (): string => `7~${randomBytes(32).toString('hex')}`;

export function freshCanvasAccount(): WebServiceAccount {
  return {
    isOn: true,
    token: newCanvasToken(),
    functions: [...canvasScopes],
    capabilities: [...canvasPermissions],
  };
}
