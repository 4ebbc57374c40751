/**
 * Launches and rosters call people by a UUID, answers of the REST API by a number. Canvas tells the number of one person a question,
 * once: it stays. https://developerdocs.instructure.com/services/canvas/readme_basics/object_ids
 * https://developerdocs.instructure.com/services/canvas/resources/courses (Get single user)
 */
import { z } from 'zod';
import type { Course } from '../../../domain/courses/course.js';
import type { Clock } from '../../../shared/clock.js';
import type { RecentlyUsed } from '../../../shared/recently-used.js';
import { courseOf, personOf, unlessRefused, type AskCanvas } from './ask-canvas.js';
import { notFound } from './canvas-faults.js';
import { canvasId } from './canvas-values.js';
import { scopes } from './scopes.js';

const personAnswer = z.object({ id: canvasId });

/** Questions at once: as many as a platform is asked anyway. */
const atOnce = 4;

export interface PeopleDeps {
  clock: Clock;
  /** Numbers by site and subject. */
  known: RecentlyUsed<string>;
}

/**
 * Numbers by subject. Whom Canvas does not know in this course is left out; so is who could not be asked about in time.
 * @throws Problem as callCanvas, also where Canvas shows nothing of the course
 */
export async function numbersOf(
  { clock, known }: PeopleDeps,
  canvas: AskCanvas,
  course: Course,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const keyOf = (subject: string): string => `${canvas.site} ${subject}`;
  const found = new Map<string, string>();
  const waiting: string[] = [];
  for (const subject of new Set(subjects)) {
    const number = known.get(keyOf(subject));
    if (number === undefined) waiting.push(subject);
    else found.set(subject, number);
  }
  const work = async (): Promise<void> => {
    for (let subject = waiting.shift(); subject !== undefined; subject = waiting.shift()) {
      const one = subject;
      if (clock().getTime() >= canvas.lookUpUntil) return;
      const places = { course_id: courseOf(course), id: personOf(one) };
      const person = await unlessRefused(undefined, notFound, () =>
        canvas.one(scopes.person, places, personAnswer),
      );
      if (!person) continue;
      known.set(keyOf(one), person.id);
      found.set(one, person.id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // nobody: a course that Canvas does not show looks the same
  if (found.size === 0 && subjects.length > 0)
    await canvas.one(scopes.course, { id: courseOf(course) }, z.object({ id: canvasId }));
  return found;
}
