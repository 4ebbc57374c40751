/**
 * Port: what an LMS keeps of a course beyond LTI, asked of its own web services: grades of all columns, completion, competencies.
 * What the LMS leaves out is not in an answer; nobody may take that for "no". Only what the platform's token may see is told.
 * All throw Problem lms-token-missing, lms-token-refused, lms-function-missing, lms-capability-missing, lms-services-off,
 * lms-unreachable, lms-refused, lms-answer-unreadable, lms-service-missing (this family of LMS is not asked).
 */
import type { KeptToken } from '../platforms/service-tokens.js';
import type { Course } from './course.js';

/** One person's place in one column of the gradebook. */
export interface GradeRecord {
  /** The column's number in the LMS. */
  columnId: string;
  /** The activity that it grades, by its number among the tracked activities, where the LMS tells it. */
  activityId?: string;
  /** 'outcome': a learning outcome of Moodle's own, beside the grade of an activity. */
  kind: 'activity' | 'by-hand' | 'outcome' | 'course-total' | 'other';
  /** Undefined where the LMS gives it none (the course total). */
  name?: string;
  /** Undefined while there is no grade. */
  score?: number;
  minimum: number;
  maximum: number;
  /** Words instead of points. */
  onScale: boolean;
  /** Of a scale whose levels have numbers, from `minimum` 1 to `maximum`; undefined where an LMS tells no levels. */
  levelNames?: LevelNames;
  /** Not shown to the learner (yet). */
  hidden: boolean;
  /** False while the LMS still has to work it out anew. */
  settled: boolean;
  at?: Date;
}

/** As plain text, where the LMS tells them: those of the two ends, and that of the grade that was given. */
export interface LevelNames {
  lowest?: string;
  highest?: string;
  given?: string;
}

/** 'untold': the LMS does not track this person, or gives an answer that has no name here. */
export type CompletionState = 'incomplete' | 'complete' | 'passed' | 'failed' | 'untold';

export interface CompletionRecord {
  activityId: string;
  state: CompletionState;
  /** All that the completion asks for is done; what was failed may be done too. */
  done: boolean;
  at?: Date;
}

/** 'no-criteria': the course says of nobody when it is completed. */
export type CourseCompletionRecord = { completed: boolean; at?: Date } | 'not-tracked' | 'no-criteria';

export interface RatingRecord {
  competencyId: string;
  rating: 'proficient' | 'not-proficient' | 'unrated';
  at?: Date;
}

/** What learners of a course are to be able to do, as its teachers keep it in the LMS: a competency of Moodle, an outcome of Canvas. */
export interface CourseCompetency {
  id: string;
  name: string;
  /** Its own number or code in its framework, where it has one. */
  code?: string;
  /** What it says in a sentence or more, as plain text. */
  text?: string;
}

/** An activity whose completion the LMS tracks. */
export interface TrackedActivity {
  id: string;
  name: string;
  /** True when its completion asks for a passing grade. */
  asksForPass: boolean;
}

/** Activities of the course by the competency that its teachers have tied them to. */
export type CompetencyActivities = ReadonlyMap<string, readonly { id: string; name: string }[]>;

/** An LMS that tells grades column by column is asked for no more than this; another one may tell more. */
export interface GradesWanted {
  subjects: readonly string[];
  /** Undefined: every column. */
  columnIds?: readonly string[];
  total: boolean;
}

export interface CourseRecords {
  /** The names of the functions that the platform's token may call. @param tried one to try in its place */
  functions(platformId: string, tried?: KeptToken): Promise<string[]>;
  /** By subject. */
  grades(course: Course, wanted: GradesWanted): Promise<Map<string, GradeRecord[]>>;
  /** Every column as the LMS tells it of somebody who is not graded: what it is out of, whether it takes points. */
  columnsFor(course: Course, subject: string): Promise<GradeRecord[]>;
  /** All tracked activities of one person: no LMS has a question for a whole class. */
  completion(course: Course, subject: string): Promise<CompletionRecord[]>;
  courseCompletion(course: Course, subject: string): Promise<CourseCompletionRecord>;
  /** Competencies of the course as rated for one person. */
  ratings(course: Course, subject: string): Promise<RatingRecord[]>;
  /** By subject, of many people in one question; undefined where the LMS has none. Who is left out is not in it. */
  courseCompletionOfMany(
    course: Course,
    subjects: readonly string[],
  ): Promise<Map<string, CourseCompletionRecord> | undefined>;
  /** As courseCompletionOfMany. */
  ratingsOfMany(
    course: Course,
    subjects: readonly string[],
  ): Promise<Map<string, RatingRecord[]> | undefined>;
  activities(course: Course): Promise<TrackedActivity[]>;
  /** All of the course: one that is not among them is gone (domain/reviews). */
  competencies(course: Course): Promise<CourseCompetency[]>;
  /** Those that the token may see; undefined where the LMS has no question for it. */
  competencyActivities(course: Course): Promise<CompetencyActivities | undefined>;
  /** All columns but the course total, also those that `grades` may not see: one that is not among them is gone (domain/reviews). */
  columns(course: Course): Promise<{ id: string; name: string }[]>;
}
