/**
 * Asks each function of an LMS's web services once, as evidence would, and tells which works and what is missing for the others.
 * Reads only; it is about the course of that LMS which was opened last.
 */
import { Problem, type ProblemCode } from '../../shared/problem.js';
import {
  functionOf,
  recordsQuestions,
  type LmsRecords,
  type OptionalQuestion,
  type RecordsQuestion,
} from '../platforms/differences/lms-records.js';
import type { CourseRecords } from './course-records.js';
import type { CourseStore } from './course-store.js';
import type { Course } from './course.js';

export type RecordsCheckReason =
  | 'answers'
  | 'not-in-service' // the service of the token does not hold the function
  | 'nothing-left-out'
  | 'left-out' // activities that are there are missing in the answers
  | 'site-first' // not asked: nothing at all answers
  | 'no-course' // not asked: Acquis was never opened from a course
  | 'others-first' // not compared: the answers to compare are missing
  | ProblemCode;

export interface RecordsCheck {
  /** 'left-out' compares the answers of the others. */
  name: RecordsQuestion | OptionalQuestion | 'left-out';
  /** True where no evidence needs it. */
  isOptional: boolean;
  result: 'passed' | 'failed' | 'not-checked';
  reason: RecordsCheckReason;
  /** Capabilities that are, or may be, missing. */
  capabilities: readonly string[];
  /** Of 'left-out': what is missing, by name. */
  names: string[];
}

export interface CheckRecordsDeps {
  records: CourseRecords;
  courses: CourseStore;
}

/** Trouble of the LMS is a failed check, never an exception. @param lms what this family's web services are */
export async function checkRecords(
  deps: CheckRecordsDeps,
  platformId: string,
  lms: LmsRecords,
): Promise<{ checks: RecordsCheck[]; course?: Course }> {
  const functions = await asked(lms, 'site', () => deps.records.functions(platformId));
  const course = await deps.courses.openedLast(platformId);
  const { answer: inService } = functions;
  if (!inService) return { checks: [functions.check, ...notChecked('site-first')], course };
  const subject = course && (await somebodyIn(deps.courses, course.id));
  if (!course || subject === undefined) return { checks: [functions.check, ...notChecked('no-course')] };
  const { records } = deps;
  const ask = async <T>(
    question: RecordsQuestion | OptionalQuestion,
    of: () => Promise<T>,
  ): Promise<Outcome<T>> =>
    inService.includes(functionOf(lms, question)?.name ?? '')
      ? asked(lms, question, of)
      : { check: check(question, 'failed', 'not-in-service') };
  // side by side: an LMS that hangs is waited for once
  const [columns, grades, activities, completion, ...others] = await Promise.all([
    ask('columns', () => records.columns(course)),
    ask('grades', () => records.grades(course, { subjects: [subject], total: true })),
    ask('activities', () => records.activities(course)),
    ask('completion', () => records.completion(course, subject)),
    ask('course-completion', () => records.courseCompletion(course, subject)),
    ask('competencies', () => records.competencies(course)),
    ask('ratings', () => records.ratings(course, subject)),
    ...(lms.optional['competency-activities']
      ? [ask('competency-activities', () => records.competencyActivities(course))]
      : []),
  ]);
  const all = [functions, columns, grades, activities, completion, ...others].map((one) => one.check);
  if (!columns.answer || !grades.answer || !activities.answer || !completion.answer)
    return { checks: [...all, check('left-out', 'not-checked', 'others-first')], course };
  const seenColumns = new Set((grades.answer.get(subject) ?? []).map(({ columnId }) => columnId));
  const seenActivities = new Set(completion.answer.map(({ activityId }) => activityId));
  const names = new Set([
    ...columns.answer.filter(({ id }) => !seenColumns.has(id)).map(({ name }) => name),
    ...activities.answer.filter(({ id }) => !seenActivities.has(id)).map(({ name }) => name),
  ]);
  const leftOut =
    names.size === 0
      ? check('left-out', 'passed', 'nothing-left-out')
      : { ...check('left-out', 'failed', 'left-out'), capabilities: lms.silent, names: [...names] };
  return { checks: [...all, leftOut], course };
}

function check(
  name: RecordsCheck['name'],
  result: RecordsCheck['result'],
  reason: RecordsCheckReason,
): RecordsCheck {
  const isOptional = name === 'competency-activities';
  return { name, isOptional, result, reason, capabilities: [], names: [] };
}

/** All but the question about the site itself. */
const inCourses: RecordsCheck['name'][] = [...recordsQuestions.filter((name) => name !== 'site'), 'left-out'];

const notChecked = (reason: RecordsCheckReason): RecordsCheck[] =>
  inCourses.map((name) => check(name, 'not-checked', reason));

interface Outcome<T> {
  check: RecordsCheck;
  answer?: T;
}

async function asked<T>(
  lms: LmsRecords,
  question: RecordsQuestion | OptionalQuestion,
  of: () => Promise<T>,
): Promise<Outcome<T>> {
  try {
    return { check: check(question, 'passed', 'answers'), answer: await of() };
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('lms-')) throw error;
    const failed = check(question, 'failed', error.code);
    const mayBeRights = ['lms-capability-missing', 'lms-function-missing'].includes(error.code);
    const capabilities = mayBeRights ? lms.missing(question, error.facts['errorcode']) : [];
    return { check: { ...failed, capabilities } };
  }
}

/** A learner, where one was seen: some questions are about one person. */
async function somebodyIn(courses: CourseStore, courseId: string): Promise<string | undefined> {
  const members = await courses.members(courseId);
  const learner = members.find(({ roles, everTaught }) => roles.learns && !everTaught);
  return (learner ?? members[0])?.person.subject;
}
