/**
 * Submissions with their grades, of many people and assignments at once. Somebody to whom an assignment is not assigned has none.
 * https://developerdocs.instructure.com/services/canvas/resources/submissions
 */
import { z } from 'zod';
import type { GradeRecord } from '../../../domain/courses/course-records.js';
import type { Course } from '../../../domain/courses/course.js';
import { asList, courseOf, type AskCanvas } from './ask-canvas.js';
import { columnOf, type Assignment } from './assignments.js';
import { canvasId, canvasTime } from './canvas-values.js';
import { scopes } from './scopes.js';

const submissionsAnswer = z.array(
  z.object({
    assignment_id: canvasId,
    /** Not told while grading is anonymous. */
    user_id: canvasId.optional().catch(undefined),
    /** In points, whatever the grade is written as; late marks are taken off. */
    score: z.number().nullish(),
    workflow_state: z.string().catch(''),
    excused: z.boolean().nullish(),
    grade_matches_current_submission: z.boolean().nullish(),
    /** Without it the learner does not see the grade. */
    posted_at: canvasTime,
    graded_at: canvasTime,
  }),
);
type Submission = z.infer<typeof submissionsAnswer>[number];

/** So many people are named one by one; beyond, everybody is asked about. */
const mostNamed = 20;

/** By the number of a person. @param numbers of active students: Canvas refuses to tell of others */
export async function gradesOf(
  canvas: AskCanvas,
  course: Course,
  assignments: readonly Assignment[],
  numbers: readonly string[],
  ids: readonly string[] = [],
): Promise<Map<string, GradeRecord[]>> {
  const people = numbers.length <= mostNamed ? numbers : ['all'];
  const pages = await canvas.pages(
    scopes.submissions,
    { course_id: courseOf(course) },
    [
      ...people.map((number) => ['student_ids[]', number] as const),
      ...ids.map((id) => ['assignment_ids[]', id] as const),
      ...asList,
    ],
    submissionsAnswer,
  );
  const columns = new Map(assignments.map((assignment) => [assignment.id, columnOf(assignment)]));
  const grades = new Map<string, GradeRecord[]>();
  for (const submission of pages.flat()) {
    const column = columns.get(submission.assignment_id);
    const number = submission.user_id;
    // who is excused has neither passed nor failed
    if (!column || number === undefined || submission.excused === true) continue;
    grades.set(number, [...(grades.get(number) ?? []), withGrade(column, submission)]);
  }
  return grades;
}

function withGrade(column: GradeRecord, submission: Submission): GradeRecord {
  const score = submission.score ?? undefined;
  return {
    ...column,
    score,
    hidden: score !== undefined && submission.posted_at === undefined,
    settled:
      submission.grade_matches_current_submission !== false && submission.workflow_state !== 'pending_review',
    at: submission.graded_at,
  };
}
