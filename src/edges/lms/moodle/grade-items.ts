/**
 * What gradereport_user_get_grade_items answers. Whether a grade passes stands there as a picture alone: it is not read.
 * https://github.com/moodle/moodle/blob/MOODLE_405_STABLE/grade/report/user/classes/external/user.php
 */
import { z } from 'zod';
import type { GradeRecord, LevelNames } from '../../../domain/courses/course-records.js';
import { plainText } from '../plain-text.js';
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
  /** HTML: the level's name in a column on a scale, with a picture where it passes. */
  gradeformatted: z.string().nullish().catch(undefined),
  /** HTML: the names of the lowest and the highest level. */
  rangeformatted: z.string().nullish().catch(undefined),
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
  const onScale = item.scaleid !== undefined && item.scaleid !== null;
  return {
    columnId: item.id,
    ...(item.cmid && { activityId: item.cmid }),
    kind: isOutcome ? 'outcome' : (kinds.get(item.itemtype) ?? 'other'),
    name: item.itemname || undefined,
    score: item.graderaw ?? undefined,
    minimum: item.grademin,
    maximum: item.grademax,
    onScale,
    ...(onScale && { levelNames: levelNamesOf(item) }),
    hidden: (item.gradeishidden ?? false) || (item.gradehiddenbydate ?? false),
    settled: !(item.gradeneedsupdate ?? false),
    at: item.gradedategraded,
  };
}

/** Names are told only where the gradebook shows grades as they are: a column shown in percent tells numbers instead. */
function levelNamesOf({ rangeformatted, gradeformatted, graderaw }: z.infer<typeof gradeItem>): LevelNames {
  const ends = (rangeformatted ?? '').split('&ndash;');
  const [lowest, highest] = ends.length === 2 ? ends.map(nameIn) : [];
  const isGraded = graderaw !== undefined && graderaw !== null;
  const given = isGraded ? nameIn(gradeformatted ?? '') : undefined;
  return { ...(lowest && { lowest }), ...(highest && { highest }), ...(given && { given }) };
}

const longestName = 200;

/** Undefined for what is no name: nothing, a dash, a percentage. */
function nameIn(html: string): string | undefined {
  const text = plainText(html).slice(0, longestName).trim();
  return text === '' || text === '-' || text.includes('%') ? undefined : text;
}
