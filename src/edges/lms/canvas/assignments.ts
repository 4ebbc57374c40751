/** The assignments of a course: the columns of its gradebook. https://developerdocs.instructure.com/services/canvas/resources/assignments */
import { z } from 'zod';
import type { GradeRecord } from '../../../domain/courses/course-records.js';
import type { Course } from '../../../domain/courses/course.js';
import { asList, courseOf, type AskCanvas } from './ask-canvas.js';
import { canvasId } from './canvas-values.js';
import { scopes } from './scopes.js';

const assignmentsAnswer = z.array(
  z.object({
    id: canvasId,
    name: z.string().nullish(),
    points_possible: z.number().nullish(),
    grading_type: z.string().catch(''),
  }),
);
export type Assignment = z.infer<typeof assignmentsAnswer>[number];

/** Those that are graded. @param ids no others than these */
export async function assignmentsOf(
  canvas: AskCanvas,
  course: Course,
  ids: readonly string[] = [],
): Promise<Assignment[]> {
  const only = ids.map((id) => ['assignment_ids[]', id] as const);
  const places = { course_id: courseOf(course) };
  const pages = await canvas.pages(scopes.assignments, places, [...only, ...asList], assignmentsAnswer);
  return pages.flat().filter(({ grading_type: type }) => type !== 'not_graded');
}

/**
 * The column without a grade in it. A letter is words: the points that Canvas makes of it are the scheme's. Complete and incomplete
 * are all points and none, where there are points.
 */
export function columnOf({ id, name, points_possible: points, grading_type: type }: Assignment): GradeRecord {
  const maximum = points ?? 0;
  const inPoints = type === 'points' || type === 'percent' || (type === 'pass_fail' && maximum > 0);
  return {
    columnId: id,
    kind: 'activity',
    name: name || undefined,
    minimum: 0,
    maximum,
    onScale: !inPoints,
    hidden: false,
    settled: true,
  };
}
