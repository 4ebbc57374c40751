/**
 * Courses as they were seen here within five seconds: a class that launches at once asks the database for its course once, not once
 * a learner, and the pages after a launch need not ask again.
 */
import type { CourseStore } from '../../domain/courses/course-store.js';
import type { Course } from '../../domain/courses/course.js';
import type { Known } from '../../domain/courses/known.js';
import { tellsNothingNew } from '../../domain/courses/tells-nothing-new.js';
import type { Clock } from '../../shared/clock.js';
import { keptFor } from './kept-for.js';

/** The answer's `courses` is the given store: launches have to be told to it. */
export function knownCourses(
  store: CourseStore,
  clock: Clock,
): { courses: CourseStore; known: Known['courses'] } {
  const kept = keptFor<Course>(clock);
  const keyOfCourse = (course: Pick<Course, 'platformId' | 'deploymentId' | 'contextId'>): string =>
    JSON.stringify([course.platformId, course.deploymentId, course.contextId]);
  let changes = 0;

  /** Of two answers on their way at once nobody can tell which is the newer: then none is kept. */
  function keep(course: Course, isNewest: boolean): void {
    for (const key of [keyOfCourse(course), course.id]) {
      if (isNewest) kept.put(key, course);
      else kept.drop(key);
    }
  }

  return {
    courses: {
      ...store,
      async see(sighting) {
        const known = kept.get(keyOfCourse(sighting));
        if (known && tellsNothingNew(known, sighting)) return known;
        const before = changes;
        const course = await store.see(sighting);
        changes += 1;
        keep(course, changes === before + 1);
        return course;
      },
    },
    known: {
      async byId(id) {
        const known = kept.get(id);
        if (known) return known;
        const before = changes;
        const found = await store.byId(id);
        if (found) keep(found, changes === before);
        return found;
      },
    },
  };
}
