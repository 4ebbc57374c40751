/**
 * What gradereport_user_get_grade_items answers. Whether a grade passes stands there as a picture alone: it is not read.
 * https://github.com/moodle/moodle/blob/MOODLE_405_STABLE/grade/report/user/classes/external/user.php
 */
import { z } from 'zod';
import type { GradeRecord } from '../../../domain/courses/course-records.js';
import { moodleId, moodleTime } from './moodle-values.js';

const gradeItem = z.object({
  id: moodleId,
  cmid: moodleId.nullish(),
  itemname: z.string().nullish(),
  itemtype: z.string(),
  outcomeid: z.number().nullish(),
  scaleid: z.number().nullish(),
  graderaw: z.number().nullish(),
  grademin: z.number().catch(0),
  grademax: z.number(),
  gradedategraded: moodleTime,
  gradeishidden: z.boolean().optional(),
  gradehiddenbydate: z.boolean().optional(),
  gradeneedsupdate: z.boolean().optional(),
});

export const gradeItemsAnswer = z.object({
  usergrades: z.array(z.object({ userid: moodleId, gradeitems: z.array(gradeItem) })),
});

const kinds = new Map<string, GradeRecord['kind']>([
  ['mod', 'activity'],
  ['manual', 'by-hand'],
  ['course', 'course-total'],
]);

export function gradesIn({ usergrades }: z.infer<typeof gradeItemsAnswer>): Map<string, GradeRecord[]> {
  return new Map(usergrades.map(({ userid, gradeitems }) => [userid, gradeitems.map(recordOf)]));
}

function recordOf(item: z.infer<typeof gradeItem>): GradeRecord {
  const isOutcome = item.outcomeid !== undefined && item.outcomeid !== null;
  return {
    columnId: item.id,
    ...(item.cmid && { activityId: item.cmid }),
    kind: isOutcome ? 'other' : (kinds.get(item.itemtype) ?? 'other'),
    name: item.itemname || undefined,
    score: item.graderaw ?? undefined,
    minimum: item.grademin,
    maximum: item.grademax,
    onScale: item.scaleid !== undefined && item.scaleid !== null,
    hidden: (item.gradeishidden ?? false) || (item.gradehiddenbydate ?? false),
    settled: !(item.gradeneedsupdate ?? false),
    at: item.gradedategraded,
  };
}
