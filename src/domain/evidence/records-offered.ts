/** What of an LMS's own records a teacher may choose as evidence: columns, tracked activities, competencies, by name. */
import type { CourseRecords, GradeRecord } from '../courses/course-records.js';
import type { Course } from '../courses/course.js';
import { mostLevels, type RecordItem } from '../micro-credentials/award-rule.js';
import type { ServiceTokens } from '../platforms/service-tokens.js';
import { ask, type Asked } from './asked.js';

export interface RecordsOffered {
  /** Columns with points or on a scale, without the course's total. */
  columns: Asked<OfferedColumn[]>;
  activities: Asked<(RecordItem & { asksForPass: boolean })[]>;
  competencies: Asked<RecordItem[]>;
}

export interface OfferedColumn extends RecordItem {
  maximum: number;
  /** Of a column on a scale: the names of all levels from the lowest up, undefined where nobody told one. */
  levels?: (string | undefined)[];
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

const chosenFrom: readonly GradeRecord['kind'][] = ['activity', 'by-hand', 'outcome'];

async function columnsOf(records: CourseRecords, course: Course, subject: string): Promise<OfferedColumn[]> {
  const told = await records.columnsFor(course, subject);
  const columns = told.filter(
    (column) => chosenFrom.includes(column.kind) && (!column.onScale || hasLevels(column)),
  );
  const isNameless = columns.some(
    (column) => column.onScale && levelsOf(column, []).some((name) => name === undefined),
  );
  const given = isNameless ? await givenIn(records, course) : [];
  return columns.flatMap((column) =>
    column.name === undefined
      ? []
      : [
          {
            id: column.columnId,
            name: column.name,
            maximum: column.maximum,
            ...(column.onScale && { levels: levelsOf(column, given) }),
          },
        ],
  );
}

/** A scale counts from 1. */
const hasLevels = ({ levelNames, minimum, maximum }: GradeRecord): boolean =>
  levelNames !== undefined &&
  minimum === 1 &&
  Number.isInteger(maximum) &&
  maximum >= 2 &&
  maximum <= mostLevels;

/** Grades of the whole class: what lies between the ends of a scale has a name only where somebody has that level. */
async function givenIn(records: CourseRecords, course: Course): Promise<GradeRecord[]> {
  // without names a level can be chosen all the same, by its number
  const asked = await ask(async () => ({
    answer: await records.grades(course, { subjects: [], total: false }),
  }));
  return 'answer' in asked ? [...asked.answer.values()].flat() : [];
}

function levelsOf(column: GradeRecord, given: readonly GradeRecord[]): (string | undefined)[] {
  const { columnId, maximum, levelNames } = column;
  const names = Array.from({ length: maximum }, (): string | undefined => undefined);
  for (const { columnId: of, maximum: outOf, score, levelNames: theirs } of [...given, column])
    if (of === columnId && outOf === maximum && score !== undefined && theirs?.given !== undefined)
      if (Number.isInteger(score) && score >= 1 && score <= maximum) names[score - 1] = theirs.given;
  names[0] = levelNames?.lowest ?? names[0];
  names[maximum - 1] = levelNames?.highest ?? names[maximum - 1];
  return names;
}
