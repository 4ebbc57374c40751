/** Questions about a course: who is in it, who passed, who may open what. Pure; the answers are the same for both LMSs. */
import type { Activity, Course, Enrolment, LineItem, LmsState, Person } from './lms-state.js';

export interface Member {
  person: Person;
  enrolment: Enrolment;
}

export type Standing = 'administrator' | 'manager' | 'editing-teacher' | 'tutor' | 'learner' | 'stranger';

export function personOf(state: LmsState, userId: string): Person | undefined {
  return state.people.find(({ id }) => id === userId);
}

export function courseOf(state: LmsState, courseId: string): Course | undefined {
  return state.courses.find(({ id }) => id === courseId);
}

export function activityOf(
  state: LmsState,
  activityId: string,
): { course: Course; activity: Activity } | undefined {
  for (const course of state.courses) {
    const activity = course.activities.find(({ id }) => id === activityId);
    if (activity) return { course, activity };
  }
  return undefined;
}

/** The members whose enrolment is not suspended, in the order of enrolment. */
export function activeMembers(state: LmsState, course: Course): Member[] {
  const byId = new Map(state.people.map((person) => [person.id, person]));
  return course.enrolments.flatMap((enrolment) => {
    const person = byId.get(enrolment.userId);
    return person && !enrolment.isSuspended ? [{ person, enrolment }] : [];
  });
}

export function standingOf(person: Person, course: Course): Standing {
  if (person.siteRole) return person.siteRole;
  const enrolment = course.enrolments.find(({ userId }) => userId === person.id);
  return enrolment && !enrolment.isSuspended ? enrolment.role : 'stranger';
}

/** May change grades, restrictions and visibility. */
export const mayTeach = (standing: Standing): boolean => standing !== 'learner' && standing !== 'stranger';

/** The learners who reached the pass mark of the course's own graded activity. */
export function passedIn(state: LmsState, course: Course): ReadonlySet<string> {
  const assignment = passedColumn(state, course);
  if (!assignment) return new Set();
  const enough = state.grades.filter(
    ({ lineItemId, score }) => lineItemId === assignment.id && (score ?? -1) >= (assignment.passMark ?? 0),
  );
  return new Set(enough.map(({ userId }) => userId));
}

export function passedColumn(state: LmsState, course: Course): LineItem | undefined {
  return state.lineItems.find(({ courseId, passMark }) => courseId === course.id && passMark !== undefined);
}

/** Why a person may not open an activity; undefined if it opens. */
export function reasonNotToOpen(
  state: LmsState,
  course: Course,
  activity: Activity,
  person: Person,
): string | undefined {
  const standing = standingOf(person, course);
  if (person.isSuspended) return 'Your account is suspended.';
  if (standing === 'stranger') return 'You cannot enrol yourself in this course.';
  if (mayTeach(standing)) return undefined;
  if (activity.isHidden) return 'Sorry, this activity is currently hidden';
  if (activity.assignedTo && !activity.assignedTo.includes(person.id))
    return `${activity.title} is not assigned to you.`;
  if (activity.isRestricted && !passedIn(state, course).has(person.id)) {
    const needed = passedColumn(state, course)?.label ?? 'Final assignment';
    return `Not available unless: The activity ${needed} is complete and passed`;
  }
  return undefined;
}
