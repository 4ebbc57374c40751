/** What a question to the REST API is about, and what its account may see. */
import type { Request, Response } from 'express';
import type { Lms } from '../../lms.js';
import type { Activity, Course, LineItem, Person } from '../../state/lms-state.js';
import { activeMembers } from '../../state/read-course.js';
import { contextId, ltiUserId } from '../canvas-ids.js';
import type { CanvasPermission } from './rest-account.js';
import { faults } from './rest-fault.js';

export interface Asked {
  lms: Lms;
  request: Request;
  response: Response;
  query: URLSearchParams;
  may: (permission: CanvasPermission) => boolean;
}

export function need({ may }: Asked, ...permissions: CanvasPermission[]): void {
  if (!permissions.every((permission) => may(permission))) throw faults.right();
}

/** By number or LTI context id. A course that the account may not read is refused, one that is not there is not found. */
export function courseAsked(asked: Asked, place = 'course_id'): Course {
  const id = String(asked.request.params[place]);
  const found = asked.lms.state.courses.find(
    (course) => course.id === id || `lti_context_id:${contextId(course)}` === id,
  );
  if (!found) throw faults.notFound();
  need(asked, 'Course Content - view');
  return found;
}

/** By number or by the id of launches. */
export function personCalled({ lms }: Asked, id: string): Person | undefined {
  return lms.state.people.find((person) => person.id === id || `lti_1_3_id:${ltiUserId(person.id)}` === id);
}

export function studentsIn({ lms }: Asked, course: Course): Person[] {
  return activeMembers(lms.state, course)
    .filter(({ enrolment }) => enrolment.role === 'learner')
    .map(({ person }) => person);
}

export const assignmentsIn = ({ lms }: Asked, course: Course): LineItem[] =>
  lms.state.lineItems.filter(({ courseId }) => courseId === course.id);

/** Undefined for an assignment that no activity stands for. */
export function activityOf(course: Course, { linkId, passMark }: LineItem): Activity | undefined {
  if (linkId !== undefined) return course.activities.find((activity) => activity.linkId === linkId);
  return passMark === undefined ? undefined : course.activities.find(({ kind }) => kind === 'assignment');
}

/** "Assign to": somebody to whom it is not assigned has no submission. */
export function isAssigned(course: Course, assignment: LineItem, { id }: Person): boolean {
  const { assignedTo } = activityOf(course, assignment) ?? {};
  return assignedTo === undefined || assignedTo.includes(id);
}

export const includes = ({ query, may }: Asked, what: string): boolean =>
  may('Allow Include Parameters') && query.getAll('include[]').includes(what);
