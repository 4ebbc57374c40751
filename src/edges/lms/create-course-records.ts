/** What the linked LMSs keep of their courses: each is asked by the connector of its family. */
import type { CourseRecords } from '../../domain/courses/course-records.js';
import type { KnownPlatforms } from '../../domain/platforms/known-platforms.js';
import { takingTurns } from '../../shared/taking-turns.js';
import { createCanvasRecords } from './canvas/create-canvas-records.js';
import { createMoodleRecords } from './moodle/create-moodle-records.js';
import type { QuestionLimits, SendDeps } from './send-question.js';
import type { UsedTokens } from './with-token.js';

export interface CourseRecordsDeps extends Omit<SendDeps, 'inTurn'> {
  platforms: KnownPlatforms;
  tokens: UsedTokens;
}

/** Calls at once, of one platform and of all together. */
const ofOnePlatform = 4;
const altogether = 40;

/** @param limits others than the usual ones: tests do not wait that long */
export function createCourseRecords(
  deps: CourseRecordsDeps,
  limits: Partial<QuestionLimits> = {},
): CourseRecords {
  const calling = { ...deps, inTurn: takingTurns(altogether, ofOnePlatform) };
  const canvas = createCanvasRecords(calling, limits);
  // refuses what is neither
  const moodle = createMoodleRecords(calling, limits);
  const at = async (platformId: string): Promise<CourseRecords> =>
    (await deps.platforms.byId(platformId))?.family === 'canvas' ? canvas : moodle;
  return {
    functions: async (platformId, tried) => (await at(platformId)).functions(platformId, tried),
    grades: async (course, wanted) => (await at(course.platformId)).grades(course, wanted),
    columnsFor: async (course, subject) => (await at(course.platformId)).columnsFor(course, subject),
    completion: async (course, subject) => (await at(course.platformId)).completion(course, subject),
    courseCompletion: async (course, subject) =>
      (await at(course.platformId)).courseCompletion(course, subject),
    courseCompletionOfMany: async (course, subjects) =>
      (await at(course.platformId)).courseCompletionOfMany(course, subjects),
    ratings: async (course, subject) => (await at(course.platformId)).ratings(course, subject),
    ratingsOfMany: async (course, subjects) => (await at(course.platformId)).ratingsOfMany(course, subjects),
    activities: async (course) => (await at(course.platformId)).activities(course),
    competencies: async (course) => (await at(course.platformId)).competencies(course),
    competencyActivities: async (course) => (await at(course.platformId)).competencyActivities(course),
    columns: async (course) => (await at(course.platformId)).columns(course),
  };
}
