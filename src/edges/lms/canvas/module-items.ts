/**
 * Items of modules that have something to do, and whether one person has done it: Canvas's completion of an activity.
 * https://developerdocs.instructure.com/services/canvas/resources/modules
 */
import { z } from 'zod';
import type { CompletionRecord, TrackedActivity } from '../../../domain/courses/course-records.js';
import type { Course } from '../../../domain/courses/course.js';
import { asList, courseOf, type AskCanvas, type Query } from './ask-canvas.js';
import { canvasId } from './canvas-values.js';
import { scopes } from './scopes.js';

const itemsAnswer = z.array(
  z.object({
    id: canvasId,
    title: z.string().catch(''),
    completion_requirement: z
      .object({ type: z.string(), completed: z.boolean().nullish() })
      .nullish()
      .catch(undefined),
  }),
);
type Item = z.infer<typeof itemsAnswer>[number];

const modulesAnswer = z.array(
  z.object({
    id: canvasId,
    items_count: z.number().catch(0),
    /** Not there where the module is large, or include[] is not allowed. */
    items: itemsAnswer.nullish(),
  }),
);

/** Those that ask for so many points: done is passed. */
const asksForPoints = (type: string): boolean => type === 'min_score' || type === 'min_percentage';

async function itemsOf(canvas: AskCanvas, course: Course, number?: string): Promise<Item[]> {
  const of: Query = number === undefined ? [] : [['student_id', number]];
  const places = { course_id: courseOf(course) };
  const query: Query = [['include[]', 'items'], ...of, ...asList];
  const modules = (await canvas.pages(scopes.modules, places, query, modulesAnswer)).flat();
  const items: Item[] = [];
  for (const { id, items: told, items_count: count } of modules) {
    if (told) items.push(...told);
    else if (count > 0) {
      const at = { ...places, module_id: id };
      items.push(...(await canvas.pages(scopes.moduleItems, at, [...of, ...asList], itemsAnswer)).flat());
    }
  }
  return items;
}

export async function trackedItems(canvas: AskCanvas, course: Course): Promise<TrackedActivity[]> {
  return (await itemsOf(canvas, course)).flatMap(({ id, title, completion_requirement: asked }) =>
    asked ? [{ id, name: title, asksForPass: asksForPoints(asked.type) }] : [],
  );
}

/** Canvas tells no day, and nothing of failing: what asks for points and is not done is not done yet. */
export async function completionOf(
  canvas: AskCanvas,
  course: Course,
  number: string,
): Promise<CompletionRecord[]> {
  return (await itemsOf(canvas, course, number)).flatMap(
    ({ id, completion_requirement: asked }): CompletionRecord[] => {
      if (!asked) return [];
      const { type, completed } = asked;
      if (typeof completed !== 'boolean') return [{ activityId: id, state: 'untold', done: false }];
      const done = asksForPoints(type) ? 'passed' : 'complete';
      return [{ activityId: id, state: completed ? done : 'incomplete', done: completed }];
    },
  );
}
