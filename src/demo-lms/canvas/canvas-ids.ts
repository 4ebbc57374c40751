/** Canvas's opaque ids, made of our numbers so that they stay the same after a fresh start. */
import { createHash } from 'node:crypto';
import type { Activity, Course, Person, LmsState } from '../state/lms-state.js';

/** `sub` and `user_id`: a UUID. */
export const ltiUserId = (userId: string): string => uuidOf(`user ${userId}`);

/** Context id: 40 hexadecimal digits. */
export const contextId = (course: Course): string => hexOf(`course ${course.id}`);

/** In the course navigation the link is the course. */
export const resourceLinkId = (course: Course, activity: Pick<Activity, 'kind' | 'linkId'>): string =>
  activity.kind === 'course-navigation' ? contextId(course) : linkUuid(activity.linkId);

export const linkUuid = (linkId: string): string => uuidOf(`link ${linkId}`);

/** `7:<40 hex>`: installation number and the account's context. */
export const deploymentIdOf = (installation: number): string =>
  `${installation}:${hexOf(`account ${installation}`)}`;

/** Finds a person by LTI user id or, as Canvas allows, by Canvas number. */
export function personByCanvasId(state: LmsState, id: string): Person | undefined {
  return state.people.find((person) => person.id === id || ltiUserId(person.id) === id);
}

export const legacyUserId = (userId: string): string => hexOf(`legacy ${userId}`);

const hexOf = (text: string): string => createHash('sha1').update(text).digest('hex');

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = '89ab'[parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
