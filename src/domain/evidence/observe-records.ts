/**
 * Asks the LMS's own web services for what a rule needs. Grades of a class come in one answer. The rest is told one learner at a time
 * where the LMS has no question for many: a large class is then asked about for a limited time, and who was not asked is unknown.
 */
import type { Clock } from '../../shared/clock.js';
import type {
  CompletionRecord,
  CourseCompletionRecord,
  CourseRecords,
  GradeRecord,
  RatingRecord,
} from '../courses/course-records.js';
import type { Course } from '../courses/course.js';
import { conditionsOf, type AwardRule, type Condition } from '../micro-credentials/award-rule.js';
import { ask, type Asked } from './asked.js';
import type { FactTrouble } from './fact.js';

/** By subject, where the LMS is asked one learner at a time. */
export type AskedOfEach<T> = Map<string, Asked<T>>;

export interface RecordsObservation {
  /** Undefined: was not asked, nothing needs it. */
  grades?: Asked<Map<string, GradeRecord[]>>;
  completion?: AskedOfEach<CompletionRecord[]>;
  courseCompletion?: AskedOfEach<CourseCompletionRecord>;
  ratings?: AskedOfEach<RatingRecord[]>;
}

/** Learners asked about at once; the LMS's edge holds its calls to as many. */
const atOnce = 4;

/** Milliseconds for all questions about the learners of a class: somebody waits for a page. */
const usualPatience = 20_000;

/** @param input.patienceMs milliseconds for the questions that are asked of each learner */
export async function observeRecords(
  deps: { records: CourseRecords; clock: Clock },
  input: { course: Course; rule: AwardRule; subjects: readonly string[]; patienceMs?: number },
): Promise<RecordsObservation> {
  const { records, clock } = deps;
  const { course, rule, subjects, patienceMs = usualPatience } = input;
  const deadline = clock().getTime() + patienceMs;
  const kinds = new Set(conditionsOf(rule).map(({ kind }) => kind));
  const needs = (...of: Condition['kind'][]): boolean => of.some((kind) => kinds.has(kind));
  const columnIds = conditionsOf(rule).flatMap((one) => (one.kind === 'activity-grade' ? [one.item.id] : []));
  const wanted = { subjects, columnIds, total: needs('course-total') };
  const eachOf = <T>(question: (subject: string) => Promise<T>) =>
    askEach(subjects, question, { clock, deadline });
  /** @param nothing what is told of somebody whom the answer about many leaves out */
  const together = async <T>(
    ofMany: () => Promise<Map<string, T> | undefined>,
    nothing: T,
    question: (subject: string) => Promise<T>,
  ): Promise<AskedOfEach<T>> => {
    if (subjects.length < 2) return eachOf(question);
    const asked = await ask(async () => ({ answer: await ofMany() }));
    if ('trouble' in asked) return new Map(subjects.map((subject) => [subject, asked]));
    const { answer } = asked;
    if (!answer) return eachOf(question);
    return new Map(subjects.map((subject) => [subject, { answer: answer.get(subject) ?? nothing }]));
  };
  // side by side: an LMS that hangs is waited for once
  const [grades, completion, courseCompletion, ratings] = await Promise.all([
    needs('activity-grade', 'course-total')
      ? ask(async () => ({ answer: await records.grades(course, wanted) }))
      : undefined,
    needs('activity-completion') ? eachOf((subject) => records.completion(course, subject)) : undefined,
    needs('course-completion')
      ? together(
          () => records.courseCompletionOfMany(course, subjects),
          'not-tracked' as const,
          (subject) => records.courseCompletion(course, subject),
        )
      : undefined,
    needs('competency')
      ? together(
          () => records.ratingsOfMany(course, subjects),
          [],
          (subject) => records.ratings(course, subject),
        )
      : undefined,
  ]);
  return { grades, completion, courseCompletion, ratings };
}

/** Trouble with one learner alone goes on with the others; any other is the trouble of all who are left. */
const ofOneLearner: readonly FactTrouble[] = ['lms-refused', 'lms-answer-unreadable'];

async function askEach<T>(
  subjects: readonly string[],
  question: (subject: string) => Promise<T>,
  { clock, deadline }: { clock: Clock; deadline: number },
): Promise<AskedOfEach<T>> {
  const answers: AskedOfEach<T> = new Map();
  const waiting = fromElsewhere(subjects, clock());
  let stopped: FactTrouble | undefined;
  const work = async (): Promise<void> => {
    for (let subject = waiting.shift(); subject !== undefined; subject = waiting.shift()) {
      const one = subject;
      // the first question is always asked
      if (answers.size > 0 && clock().getTime() >= deadline) stopped ??= 'not-asked';
      const asked: Asked<T> = stopped
        ? { trouble: stopped }
        : await ask(async () => ({ answer: await question(one) }));
      answers.set(one, asked);
      if ('trouble' in asked && !ofOneLearner.includes(asked.trouble)) stopped ??= asked.trouble;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}

/** The same people, beginning with another one each minute: where time is short, everybody has a turn in the end. */
function fromElsewhere(subjects: readonly string[], now: Date): string[] {
  if (subjects.length === 0) return [];
  const begin = (Math.floor(now.getTime() / 60_000) * 97) % subjects.length;
  return [...subjects.slice(begin), ...subjects.slice(0, begin)];
}
