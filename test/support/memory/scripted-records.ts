/** What an LMS keeps of a course, as a test sets it; a Problem as an answer is thrown. Counts the questions. */
import type {
  CompletionRecord,
  CourseCompetency,
  CourseCompletionRecord,
  CourseRecords,
  CompetencyActivities,
  GradeRecord,
  RatingRecord,
  TrackedActivity,
} from '../../../src/domain/courses/course-records.js';
import { Problem } from '../../../src/shared/problem.js';

export interface RecordsScript {
  /** True for an LMS that has questions about many people. */
  tellsMany?: boolean;
  functions?: string[] | Problem;
  /** By subject. */
  grades?: Record<string, GradeRecord[]> | Problem;
  completion?: Record<string, CompletionRecord[]> | Problem;
  courseCompletion?: Record<string, CourseCompletionRecord> | Problem;
  ratings?: Record<string, RatingRecord[]> | Problem;
  activities?: TrackedActivity[] | Problem;
  competencies?: CourseCompetency[] | Problem;
  competencyActivities?: CompetencyActivities | Problem;
  columns?: { id: string; name: string }[] | Problem;
}

/** A column of an activity, of 100 points. */
export function aGrade(overrides: Partial<GradeRecord> = {}): GradeRecord {
  return {
    columnId: '2',
    kind: 'activity',
    name: 'Final assignment',
    minimum: 0,
    maximum: 100,
    onScale: false,
    hidden: false,
    settled: true,
    ...overrides,
  };
}

export function scriptedRecords(script: RecordsScript): CourseRecords & { asked: string[] } {
  const asked: string[] = [];
  const say = <T>(question: string, answer: T | Problem): T => {
    asked.push(question);
    if (answer instanceof Problem) throw answer;
    return answer;
  };
  const together = <T>(question: string, answers: Record<string, T> | Problem = {}) =>
    script.tellsMany ? new Map(Object.entries(say(`${question} of many`, answers))) : undefined;
  return {
    asked,
    functions: async () => say('functions', script.functions ?? []),
    async grades(_course, { subjects }) {
      const one = subjects.length === 1 ? subjects[0] : undefined;
      const all = Object.entries(say(`grades ${one ?? 'of all'}`, script.grades ?? {}));
      return new Map(all.filter(([subject]) => one === undefined || subject === one));
    },
    columnsFor: async (_course, subject) => say(`columns for ${subject}`, script.grades ?? {})[subject] ?? [],
    completion: async (_course, subject) =>
      say(`completion ${subject}`, script.completion ?? {})[subject] ?? [],
    courseCompletion: async (_course, subject) =>
      say(`course completion ${subject}`, script.courseCompletion ?? {})[subject] ?? 'not-tracked',
    ratings: async (_course, subject) => say(`ratings ${subject}`, script.ratings ?? {})[subject] ?? [],
    courseCompletionOfMany: async () => together('course completion', script.courseCompletion),
    ratingsOfMany: async () => together('ratings', script.ratings),
    activities: async () => say('activities', script.activities ?? []),
    competencies: async () => say('competencies', script.competencies ?? []),
    competencyActivities: async () => say('competency activities', script.competencyActivities),
    columns: async () => say('columns', script.columns ?? []),
  };
}
