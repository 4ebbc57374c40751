/** What a Canvas keeps of a course, asked of its REST API with the platform's token. */
import { z } from 'zod';
import type { CourseRecords, GradeRecord, GradesWanted } from '../../../domain/courses/course-records.js';
import type { Course } from '../../../domain/courses/course.js';
import { canvasRecords } from '../../../domain/platforms/differences/canvas-records.js';
import type { KnownPlatforms } from '../../../domain/platforms/known-platforms.js';
import { Problem } from '../../../shared/problem.js';
import { recentlyUsed } from '../../../shared/recently-used.js';
import { linkedPlatform } from '../linked-platform.js';
import type { QuestionLimits } from '../send-question.js';
import { classLimits, usualLimits } from '../usual-limits.js';
import { onlyTried, type UsedTokens } from '../with-token.js';
import { askingCanvas, type AskCanvas, type AskCanvasDeps } from './ask-canvas.js';
import { assignmentsOf, columnOf } from './assignments.js';
import { canvasId } from './canvas-values.js';
import { progressOf, progressOfMany } from './course-progress.js';
import { hidesTotals, studentsOf, totalRecord } from './enrollments.js';
import { completionOf, trackedItems } from './module-items.js';
import { outcomesOf, ratingsOf } from './outcomes.js';
import { numbersOf, type PeopleDeps } from './people.js';
import { scopes } from './scopes.js';
import { gradesOf } from './submissions.js';

export interface CanvasRecordsDeps extends AskCanvasDeps {
  platforms: KnownPlatforms;
}

/** A page of Canvas's is small, whatever the class; a class takes many. */
const ofMany: QuestionLimits = { ...usualLimits, wholeMs: classLimits.wholeMs };

/** Numbers of people that are remembered: two short texts each. */
const mostPeople = 50_000;

/** @param limits others than the usual ones: tests do not wait that long */
export function createCanvasRecords(
  deps: CanvasRecordsDeps,
  limits: Partial<QuestionLimits> = {},
): CourseRecords {
  const people: PeopleDeps = { clock: deps.clock, known: recentlyUsed(mostPeople) };

  async function asking<T>(
    { platformId }: Pick<Course, 'platformId'>,
    within: QuestionLimits,
    ask: (canvas: AskCanvas) => Promise<T>,
    tokens: UsedTokens = deps.tokens,
  ): Promise<T> {
    const platform = await linkedPlatform(deps.platforms, platformId, 'canvas');
    return askingCanvas({ ...deps, tokens }, platform, { ...within, ...limits }, ask);
  }

  /** About one person, by number. Of somebody who is no student (any more) Canvas refuses to tell: that is no trouble of the course. */
  const aboutOne = <T>(
    course: Course,
    subject: string,
    nothing: T,
    question: (canvas: AskCanvas, number: string) => Promise<T>,
  ): Promise<T> =>
    asking(course, usualLimits, async (canvas) => {
      const number = (await numbersOf(people, canvas, course, [subject])).get(subject);
      if (number === undefined) return nothing;
      try {
        return await question(canvas, number);
      } catch (error) {
        const refused =
          error instanceof Problem && ['lms-capability-missing', 'lms-refused'].includes(error.code);
        if (refused && !(await studentsOf(canvas, course, number)).has(number)) return nothing;
        throw error;
      }
    });

  return {
    functions: (platformId, tried) =>
      asking(
        { platformId },
        usualLimits,
        async (canvas) => {
          await canvas.one(scopes.self, { id: 'self' }, z.object({ id: canvasId }));
          // what a token may do, Canvas does not tell
          return Object.values(canvasRecords.functions).flatMap(({ name, also = [] }) => [name, ...also]);
        },
        tried && onlyTried(tried),
      ),
    grades: (course, wanted) =>
      asking(course, wanted.subjects.length > 1 ? ofMany : usualLimits, (canvas) =>
        gradesWanted(people, canvas, course, wanted),
      ),
    columnsFor: (course) =>
      asking(course, usualLimits, async (canvas) => (await assignmentsOf(canvas, course)).map(columnOf)),
    completion: (course, subject) =>
      aboutOne(course, subject, [], (canvas, number) => completionOf(canvas, course, number)),
    courseCompletion: (course, subject) =>
      aboutOne(course, subject, 'not-tracked', (canvas, number) => progressOf(canvas, course, number)),
    courseCompletionOfMany: (course, subjects) =>
      asking(course, ofMany, async (canvas) => {
        const told = await progressOfMany(canvas, course);
        return bySubject(await numbersOf(people, canvas, course, subjects), told);
      }),
    ratings: (course, subject) =>
      aboutOne(
        course,
        subject,
        [],
        async (canvas, number) => (await ratingsOf(canvas, course, [number])).get(number) ?? [],
      ),
    ratingsOfMany: (course, subjects) =>
      asking(course, ofMany, async (canvas) => {
        const students = await studentsOf(canvas, course);
        const numbers = await numbersOf(people, canvas, course, subjects);
        const asked = [...numbers.values()].filter((number) => students.has(number));
        return bySubject(numbers, await ratingsOf(canvas, course, asked));
      }),
    activities: (course) => asking(course, usualLimits, (canvas) => trackedItems(canvas, course)),
    competencies: (course) => asking(course, usualLimits, (canvas) => outcomesOf(canvas, course)),
    competencyActivities: () => Promise.resolve(undefined),
    columns: (course) =>
      asking(course, usualLimits, async (canvas) =>
        (await assignmentsOf(canvas, course)).map(({ id, name }) => ({ id, name: name ?? '' })),
      ),
  };
}

async function gradesWanted(
  people: PeopleDeps,
  canvas: AskCanvas,
  course: Course,
  { subjects, columnIds, total }: GradesWanted,
): Promise<Map<string, GradeRecord[]>> {
  if (subjects.length === 0) return new Map();
  const numbers = await numbersOf(people, canvas, course, subjects);
  const [only, ...others] = numbers.values();
  if (only === undefined) return new Map();
  const students = await studentsOf(canvas, course, others.length === 0 ? only : undefined);
  const asked = [...numbers.values()].filter((number) => students.has(number));
  // an LMS's number is digits; a rule of another LMS's may stand here after a platform was changed
  const ids = columnIds?.filter((id) => /^\d+$/.test(id));
  const [grades, hidden] = await Promise.all([
    asked.length > 0 && ids?.length !== 0
      ? assignmentsOf(canvas, course, ids).then((assignments) =>
          gradesOf(canvas, course, assignments, asked, ids),
        )
      : new Map<string, GradeRecord[]>(),
    total && asked.length > 0 ? hidesTotals(canvas, course) : false,
  ]);
  const told = asked.map((number): [string, GradeRecord[]] => {
    const all = total ? totalRecord(students.get(number), hidden) : undefined;
    return [number, [...(grades.get(number) ?? []), ...(all ? [all] : [])]];
  });
  return bySubject(numbers, new Map(told));
}

function bySubject<T>(numbers: ReadonlyMap<string, string>, told: ReadonlyMap<string, T>): Map<string, T> {
  return new Map(
    [...numbers].flatMap(([subject, number]) => {
      const one = told.get(number);
      return one === undefined ? [] : [[subject, one]];
    }),
  );
}
