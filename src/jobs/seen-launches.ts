/**
 * Courses in which somebody launched, on their way to the checks. A launch only leaves its course here, in memory; a tick of the
 * worker asks for the check, once a minute a course at most, however many launch. docs/decisions/0014-checks.md
 */
import { askAfterLaunch, type AskAfterLaunchDeps } from '../domain/checks/ask-after-launch.js';
import type { Course } from '../domain/courses/course.js';

export type CourseOfLaunch = Pick<Course, 'id' | 'platformId'>;

export interface SeenLaunches {
  note(course: CourseOfLaunch): void;
  /** Asks for the checks of those whose minute is over; of all of them at the end. What fails stays for the next time. */
  tell(which: 'those-in-turn' | 'all'): Promise<void>;
}

/** @param pauseMs milliseconds between two askings for one course */
export function createSeenLaunches(deps: AskAfterLaunchDeps, pauseMs: number): SeenLaunches {
  const waiting = new Map<string, CourseOfLaunch>();
  const toldAt = new Map<string, number>();
  return {
    note: (course) => void waiting.set(course.id, course),
    async tell(which) {
      const now = deps.clock().getTime();
      for (const [id, at] of toldAt) if (Math.abs(now - at) >= pauseMs) toldAt.delete(id);
      for (const [id, course] of [...waiting]) {
        if (which === 'those-in-turn' && toldAt.has(id)) continue;
        // before it is asked for: somebody who launches from here on is told of next time
        waiting.delete(id);
        try {
          await askAfterLaunch(deps, course);
          toldAt.set(id, now);
        } catch (error) {
          waiting.set(id, course);
          throw error;
        }
      }
    },
  };
}
