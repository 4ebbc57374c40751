/**
 * What Moodle answers about completion, of activities and of the course.
 * https://github.com/moodle/moodle/blob/MOODLE_405_STABLE/completion/classes/external.php
 */
import { z } from 'zod';
import type {
  CompletionRecord,
  CompletionState,
  CourseCompletionRecord,
} from '../../../domain/courses/course-records.js';
import { unknownPerson } from './moodle-faults.js';
import { moodleId, moodleTime } from './moodle-values.js';

export const activitiesAnswer = z.object({
  statuses: z.array(
    z.object({
      cmid: moodleId,
      state: z.number(),
      timecompleted: moodleTime,
      istrackeduser: z.boolean().optional(),
      isoverallcomplete: z.boolean().optional(),
    }),
  ),
});

/** COMPLETION_INCOMPLETE and so on of lib/completionlib.php; 4 hides from the learner that it was failed. */
const states: Readonly<Record<number, CompletionState>> = {
  0: 'incomplete',
  1: 'complete',
  2: 'passed',
  3: 'failed',
};

export function completionIn({ statuses }: z.infer<typeof activitiesAnswer>): CompletionRecord[] {
  return statuses.map(({ cmid, state, timecompleted, istrackeduser, isoverallcomplete }) => ({
    activityId: cmid,
    state: istrackeduser === false ? 'untold' : (states[state] ?? 'untold'),
    done: isoverallcomplete ?? (state === 1 || state === 2),
    at: timecompleted,
  }));
}

export const courseAnswer = z.object({
  completionstatus: z.object({
    completed: z.boolean(),
    completions: z.array(z.object({ complete: z.boolean(), timecompleted: moodleTime })),
  }),
});

/** A completed course is as old as the last thing in it that was completed: Moodle tells no time of its own. */
export function courseCompletionIn({
  completionstatus: { completed, completions },
}: z.infer<typeof courseAnswer>): CourseCompletionRecord {
  const times = completions.flatMap(({ complete, timecompleted }) =>
    complete && timecompleted ? [timecompleted.getTime()] : [],
  );
  return { completed, at: completed && times.length > 0 ? new Date(Math.max(...times)) : undefined };
}

/** Errors that are answers about a course or a person. */
export const courseCompletionFaults = new Map<string, CourseCompletionRecord>([
  ['usernotenroled', 'not-tracked'],
  [unknownPerson, 'not-tracked'],
  ['nocriteriaset', 'no-criteria'],
  ['completionnotenabled', 'no-criteria'],
]);
