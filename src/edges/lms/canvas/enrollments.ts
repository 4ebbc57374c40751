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
    grades: z
      .object({
        final_score: z.number().nullish(),
        /** With the grades that are not posted. */
        unposted_final_score: z.number().nullish(),
        override_score: z.number().nullish(),
      })
      .nullish(),
  }),
);
type Row = z.infer<typeof enrollmentsAnswer>[number];

export interface Total {
  /** Undefined while there is none. */
  score?: number;
  /** Grades that the learner does not see yet would change it. */
  hasHidden: boolean;
}

/** By number: everybody, or one person alone where a number is given. Without a total where Canvas tells none. */
export async function studentsOf(
  canvas: AskCanvas,
  course: Course,
  number?: string,
): Promise<Map<string, Total | undefined>> {
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
  // somebody in two sections has two rows with the same scores
  return new Map(pages.flat().map((row) => [row.user_id, totalOf(row)]));
}

function totalOf({ grades, override_score: beside }: Row): Total | undefined {
  const override = grades?.override_score ?? beside ?? undefined;
  if (override !== undefined) return { score: override, hasHidden: false };
  const final = grades?.final_score;
  if (final === undefined) return undefined;
  const all = grades?.unposted_final_score;
  return { score: final ?? undefined, hasHidden: all !== undefined && all !== final };
}

const courseAnswer = z.object({ hide_final_grades: z.boolean().catch(false) });

/** True where the course shows learners no totals. https://developerdocs.instructure.com/services/canvas/resources/courses */
export async function hidesTotals(canvas: AskCanvas, course: Course): Promise<boolean> {
  return (await canvas.one(scopes.course, { id: courseOf(course) }, courseAnswer)).hide_final_grades;
}

/** Percent of the course. Undefined where Canvas tells none. */
export function totalRecord(total: Total | undefined, isHidden: boolean): GradeRecord | undefined {
  return (
    total && {
      columnId: 'total',
      kind: 'course-total',
      score: total.score,
      minimum: 0,
      maximum: 100,
      onScale: false,
      hidden: isHidden || total.hasHidden,
      settled: true,
    }
  );
}
