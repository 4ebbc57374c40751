/**
 * Who was on the lists of courses when they were had last: shown while the LMS is away, and never offered anything for it. In memory alone, of
 * the courses used last, for a day: no copy of a course's people is stored. docs/decisions/0035-people-while-the-lms-is-away.md
 */
import { recentlyUsed } from '../../shared/recently-used.js';

export interface ListedLearner {
  subject: string;
  name?: string;
  email?: string;
}

export interface LastList {
  learners: readonly ListedLearner[];
  /** When the LMS told it. */
  at: Date;
}

export interface LastLists {
  keep(courseId: string, list: LastList): void;
  /** Undefined for a course of which none was had in the last day, or not since this process began. */
  of(courseId: string, now: Date): LastList | undefined;
}

const mostCourses = 100;
const dayMs = 86_400_000;

export function lastLists(): LastLists {
  const lists = recentlyUsed<LastList>(mostCourses);
  return {
    keep: (courseId, list) => lists.set(courseId, list),
    of(courseId, now) {
      const list = lists.get(courseId);
      if (!list || now.getTime() - list.at.getTime() < dayMs) return list;
      lists.delete(courseId);
      return undefined;
    },
  };
}
