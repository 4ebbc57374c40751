/** The changes people make in the LMS: grades, restrictions, visibility, enrolments. Each is kept at once. */
import type { Lms } from '../lms.js';
import type { Activity, CourseRole, Grade, LineItem, Person } from './lms-state.js';
import { activityOf, courseOf, passedColumn } from './read-course.js';

export interface GradeChange {
  courseId: string;
  userId: string;
  /** The course's own graded activity unless told. */
  lineItemId?: string;
  /** Undefined takes the grade away. */
  score: number | undefined;
  comment?: string;
}

/** A teacher changes a grade by hand; in a column of the tool that is an override. */
export function setGrade(lms: Lms, { courseId, userId, lineItemId, score, comment }: GradeChange): void {
  const course = courseOf(lms.state, courseId);
  const column = course && columnOf(lms, lineItemId ?? passedColumn(lms.state, course)?.id);
  if (!column) throw new Error(`course ${courseId} has no such column`);
  const grade = gradeIn(lms, column.id, userId);
  grade.at = lms.clock().toISOString();
  grade.isOverridden = column.owner !== 'lms';
  if (score === undefined) delete grade.score;
  else grade.score = score;
  if (comment !== undefined) grade.comment = comment;
  lms.keep();
}

/** The learner's place in a column, made when it is missing. */
export function gradeIn(lms: Lms, lineItemId: string, userId: string): Grade {
  const known = lms.state.grades.find((one) => one.lineItemId === lineItemId && one.userId === userId);
  if (known) return known;
  const grade: Grade = { lineItemId, userId, at: lms.clock().toISOString(), isOverridden: false };
  lms.state.grades.push(grade);
  return grade;
}

export function restrictActivity(lms: Lms, activityId: string, isRestricted: boolean): void {
  activityIn(lms, activityId).isRestricted = isRestricted;
  lms.keep();
}

export function hideActivity(lms: Lms, activityId: string, isHidden: boolean): void {
  activityIn(lms, activityId).isHidden = isHidden;
  lms.keep();
}

/** Canvas's "Assign to"; undefined means everyone. */
export function assignActivity(lms: Lms, activityId: string, userIds: string[] | undefined): void {
  const activity = activityIn(lms, activityId);
  if (userIds === undefined) delete activity.assignedTo;
  else activity.assignedTo = userIds;
  lms.keep();
}

export function setCustom(lms: Lms, activityId: string, custom: Record<string, string>): void {
  activityIn(lms, activityId).custom = custom;
  lms.keep();
}

export function addPerson(lms: Lms, person: Person): void {
  lms.state.people.push(person);
  lms.keep();
}

/** Enrols, or changes the role of somebody who is enrolled. */
export function enrol(lms: Lms, courseId: string, userId: string, role: CourseRole): void {
  const course = courseOf(lms.state, courseId);
  if (!course) throw new Error(`no course ${courseId}`);
  const known = course.enrolments.find((enrolment) => enrolment.userId === userId);
  if (known) known.role = role;
  else course.enrolments.push({ userId, role, isSuspended: false });
  lms.keep();
}

/** Grades stay, as an LMS keeps them for somebody who comes back. */
export function unenrol(lms: Lms, courseId: string, userId: string): void {
  const course = courseOf(lms.state, courseId);
  if (!course) throw new Error(`no course ${courseId}`);
  course.enrolments = course.enrolments.filter((enrolment) => enrolment.userId !== userId);
  lms.keep();
}

export function suspendEnrolment(lms: Lms, courseId: string, userId: string, isSuspended: boolean): void {
  const enrolment = courseOf(lms.state, courseId)?.enrolments.find((one) => one.userId === userId);
  if (!enrolment) throw new Error(`${userId} is not enrolled in course ${courseId}`);
  enrolment.isSuspended = isSuspended;
  lms.keep();
}

export function suspendAccount(lms: Lms, userId: string, isSuspended: boolean): void {
  const person = lms.state.people.find(({ id }) => id === userId);
  if (!person) throw new Error(`no person ${userId}`);
  person.isSuspended = isSuspended;
  lms.keep();
}

/** Canvas: how a column is graded, and whether learners see its grades. */
export function changeColumn(
  lms: Lms,
  id: string,
  change: Pick<LineItem, 'gradingType' | 'isUnposted'>,
): void {
  const column = columnOf(lms, id);
  if (!column) throw new Error(`no column ${id}`);
  Object.assign(column, change);
  lms.keep();
}

/** Canvas: excused, or handed in again. */
export function changeGrade(
  lms: Lms,
  lineItemId: string,
  userId: string,
  change: Pick<Grade, 'isExcused' | 'isResubmitted'>,
): void {
  Object.assign(gradeIn(lms, lineItemId, userId), change);
  lms.keep();
}

/** Canvas: learners of the course do not see their totals. */
export function hideTotals(lms: Lms, courseId: string, isHidden: boolean): void {
  const course = courseOf(lms.state, courseId);
  if (!course) throw new Error(`no course ${courseId}`);
  course.hidesTotals = isHidden;
  lms.keep();
}

function activityIn(lms: Lms, activityId: string): Activity {
  const found = activityOf(lms.state, activityId);
  if (!found) throw new Error(`no activity ${activityId}`);
  return found.activity;
}

const columnOf = (lms: Lms, id: string | undefined): LineItem | undefined =>
  lms.state.lineItems.find((item) => item.id === id);
