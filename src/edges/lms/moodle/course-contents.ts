/**
 * The activities of a course whose completion Moodle tracks, and the columns of its gradebook by name.
 * https://github.com/moodle/moodle/blob/MOODLE_405_STABLE/course/externallib.php (core_course_get_contents)
 */
import { z } from 'zod';
import type { TrackedActivity } from '../../../domain/courses/course-records.js';
import { moodleId } from './moodle-values.js';

const activity = z.object({
  id: moodleId,
  name: z.string(),
  /** 0 when completion is not tracked. */
  completion: z.number().optional(),
  completiondata: z
    .object({ details: z.array(z.object({ rulename: z.string() })).catch([]) })
    .optional()
    .catch(undefined),
});

export const contentsAnswer = z.array(z.object({ modules: z.array(activity) }));

export function trackedIn(sections: z.infer<typeof contentsAnswer>): TrackedActivity[] {
  return sections
    .flatMap(({ modules }) => modules)
    .filter(({ completion = 0 }) => completion !== 0)
    .map(({ id, name, completiondata }) => ({
      id,
      name,
      asksForPass: (completiondata?.details ?? []).some(({ rulename }) => rulename === 'completionpassgrade'),
    }));
}

export const columnsAnswer = z.object({
  gradeItems: z.array(z.object({ id: moodleId, itemname: z.string() })),
});
