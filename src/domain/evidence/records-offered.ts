/** What of an LMS's own records a teacher may choose as evidence: columns, tracked activities, competencies, by name. */
import type { CourseRecords } from '../courses/course-records.js';
import type { Course } from '../courses/course.js';
import type { RecordItem } from '../micro-credentials/award-rule.js';
import type { ServiceTokens } from '../platforms/service-tokens.js';
import { ask, type Asked } from './asked.js';

export interface RecordsOffered {
  /** Columns with points, without the course's total. */
  columns: Asked<(RecordItem & { maximum: number })[]>;
  activities: Asked<(RecordItem & { asksForPass: boolean })[]>;
  competencies: Asked<RecordItem[]>;
}

/**
 * Undefined where no token is kept for the course's platform.
 * @param subject of the teacher who asks: the LMS tells the columns of one person
 */
export async function recordsOffered(
  { records, serviceTokens }: { records: CourseRecords; serviceTokens: ServiceTokens },
  course: Course,
  subject: string,
): Promise<RecordsOffered | undefined> {
  if ((await serviceTokens.keptSince(course.platformId)) === undefined) return undefined;
  const [columns, activities, competencies] = await Promise.all([
    ask(async () => ({ answer: await columnsOf(records, course, subject) })),
    ask(async () => ({ answer: await records.activities(course) })),
    ask(async () => ({ answer: await records.competencies(course) })),
  ]);
  return { columns, activities, competencies };
}

async function columnsOf(
  records: CourseRecords,
  course: Course,
  subject: string,
): Promise<(RecordItem & { maximum: number })[]> {
  const told = await records.columnsFor(course, subject);
  return told.flatMap(({ columnId, kind, name, maximum, onScale }) =>
    (kind === 'activity' || kind === 'by-hand') && name !== undefined && !onScale
      ? [{ id: columnId, name, maximum }]
      : [],
  );
}
