/**
 * The active students of a course with their totals. The final score counts what is missing as nothing; the current score would
 * leave it out, so that whoever handed in one good piece of work had passed. A score that a teacher gave in its place wins.
 * https://developerdocs.instructure.com/services/canvas/resources/enrollments
 */
import { z } from 'zod';
import type { GradeRecord } from '../../../domain/courses/course-records.js';
import type { Course } from '../../../domain/courses/course.js';
import { asList, courseOf, type AskCanvas } from './ask-canvas.js';
import { canvasId } from './canvas-values.js';
import { scopes } from './scopes.js';

const enrollmentsAnswer = z.array(
  z.object({
    user_id: canvasId,
    override_score: z.number().nullish(),
    /** Without scores where the user of the token may not see them. */
    grades: z.object({ final_score: z.number().nullish(), override_score: z.number().nullish() }).nullish(),
  }),
);

/** undefined: Canvas tells no total; null: there is none yet. */
export type TotalScore = number | null | undefined;

/** By number: everybody, or one person alone where a number is given. */
export async function studentsOf(
  canvas: AskCanvas,
  course: Course,
  number?: string,
): Promise<Map<string, TotalScore>> {
  const pages = await canvas.pages(
    scopes.enrollments,
    { course_id: courseOf(course) },
    [
      ['type[]', 'StudentEnrollment'],
      ['state[]', 'active'],
      ...(number === undefined ? [] : [['user_id', number] as const]),
      ...asList,
    ],
    enrollmentsAnswer,
  );
  const students = new Map<string, TotalScore>();
  // somebody in two sections has two rows with the same scores
  for (const { user_id: id, grades, override_score: override } of pages.flat())
    students.set(id, grades?.override_score ?? override ?? grades?.final_score ?? students.get(id));
  return students;
}

const courseAnswer = z.object({ hide_final_grades: z.boolean().catch(false) });

/** True where the course shows learners no totals. https://developerdocs.instructure.com/services/canvas/resources/courses */
export async function hidesTotals(canvas: AskCanvas, course: Course): Promise<boolean> {
  return (await canvas.one(scopes.course, { id: courseOf(course) }, courseAnswer)).hide_final_grades;
}

/** Percent of the course. Undefined where Canvas tells none. */
export function totalRecord(score: TotalScore, hidden: boolean): GradeRecord | undefined {
  if (score === undefined) return undefined;
  return {
    columnId: 'total',
    kind: 'course-total',
    score: score ?? undefined,
    minimum: 0,
    maximum: 100,
    onScale: false,
    hidden,
    settled: true,
  };
}
