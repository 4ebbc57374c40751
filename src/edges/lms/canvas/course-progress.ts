/**
 * Whether somebody has done all that the modules of a course ask for. Other courses have no such thing in Canvas.
 * https://developerdocs.instructure.com/services/canvas/resources/courses (Get user progress, Get bulk user progress)
 */
import { z } from 'zod';
import type { CourseCompletionRecord } from '../../../domain/courses/course-records.js';
import type { Course } from '../../../domain/courses/course.js';
import { asList, courseOf, unlessRefused, type AskCanvas } from './ask-canvas.js';
import { badRequest } from './canvas-faults.js';
import { canvasId, canvasTime } from './canvas-values.js';
import { scopes } from './scopes.js';

/** Without a count, but with `error` (and perhaps status 400), where the course has no such modules. */
const progressAnswer = z.object({
  requirement_count: z.number().nullish(),
  completed_at: canvasTime,
  error: z.unknown().optional(),
});
const manyAnswer = z.array(z.object({ id: canvasId, progress: progressAnswer }));

function recordOf(progress: z.infer<typeof progressAnswer>): CourseCompletionRecord {
  if (progress.error !== undefined || !progress.requirement_count) return 'no-criteria';
  return { completed: progress.completed_at !== undefined, at: progress.completed_at };
}

export async function progressOf(
  canvas: AskCanvas,
  course: Course,
  number: string,
): Promise<CourseCompletionRecord> {
  const places = { course_id: courseOf(course), user_id: number };
  return unlessRefused('no-criteria', badRequest, async () =>
    recordOf(await canvas.one(scopes.progress, places, progressAnswer)),
  );
}

/** By number. */
export async function progressOfMany(
  canvas: AskCanvas,
  course: Course,
): Promise<Map<string, CourseCompletionRecord>> {
  const places = { course_id: courseOf(course) };
  const pages = await unlessRefused([], badRequest, () =>
    canvas.pages(scopes.progressOfMany, places, asList, manyAnswer),
  );
  return new Map(pages.flat().map(({ id, progress }) => [id, recordOf(progress)]));
}
