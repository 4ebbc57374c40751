/** What a Moodle keeps of a course, asked of its web services with the platform's token. */
import type { z } from 'zod';
import type { CourseRecords, GradeRecord } from '../../../domain/courses/course-records.js';
import type { Course } from '../../../domain/courses/course.js';
import {
  functionOf,
  type OptionalQuestion,
  type RecordsQuestion,
} from '../../../domain/platforms/differences/lms-records.js';
import { moodleRecords } from '../../../domain/platforms/differences/moodle-records.js';
import type { KnownPlatforms } from '../../../domain/platforms/known-platforms.js';
import { Problem } from '../../../shared/problem.js';
import { linkedPlatform } from '../linked-platform.js';
import type { QuestionLimits } from '../send-question.js';
import { classLimits, usualLimits } from '../usual-limits.js';
import { onlyTried } from '../with-token.js';
import { callMoodle, type CallMoodleDeps } from './call-moodle.js';
import {
  competenciesAnswer,
  competenciesIn,
  linkedIn,
  linksAnswer,
  ratingsAnswer,
  ratingsIn,
} from './competencies.js';
import {
  activitiesAnswer,
  completionIn,
  courseAnswer,
  courseCompletionFaults,
  courseCompletionIn,
} from './completion.js';
import { columnsAnswer, contentsAnswer, trackedIn } from './course-contents.js';
import { gradeItemsAnswer, gradesIn } from './grade-items.js';
import { unknownPerson } from './moodle-faults.js';
import { siteAnswer } from './site-info.js';

export interface MoodleRecordsDeps extends CallMoodleDeps {
  platforms: KnownPlatforms;
}

/** @param limits others than the usual ones: tests do not wait that long */
export function createMoodleRecords(
  deps: MoodleRecordsDeps,
  limits: Partial<QuestionLimits> = {},
): CourseRecords {
  async function ask<Shape extends z.ZodType>(
    { platformId }: Pick<Course, 'platformId'>,
    question: RecordsQuestion | OptionalQuestion,
    parameters: Record<string, string>,
    shape: Shape,
    within: QuestionLimits = usualLimits,
    tokens: CallMoodleDeps['tokens'] = deps.tokens,
  ): Promise<z.infer<Shape>> {
    const platform = await linkedPlatform(deps.platforms, platformId, 'moodle');
    const name = functionOf(moodleRecords, question)?.name ?? '';
    const call = { function: name, parameters, shape, limits: { ...within, ...limits } };
    return callMoodle({ ...deps, tokens }, platform, call);
  }

  /** Everybody whom Moodle grades in one question, or one person alone; all columns in either case. */
  async function gradesOf(course: Course, subject?: string): Promise<Map<string, GradeRecord[]>> {
    const asked = subject === undefined ? inCourse(course) : { ...inCourse(course), userid: subject };
    const within = subject === undefined ? classLimits : usualLimits;
    return aboutSomebody(new Map<string, GradeRecord[]>(), async () =>
      gradesIn(await ask(course, 'grades', asked, gradeItemsAnswer, within)),
    );
  }

  const inCourse = ({ contextId }: Course): Record<string, string> => ({ courseid: contextId });

  return {
    async functions(platformId, tried) {
      const tokens = tried === undefined ? deps.tokens : onlyTried(tried);
      const { functions } = await ask({ platformId }, 'site', {}, siteAnswer, usualLimits, tokens);
      return functions.map(({ name }) => name);
    },
    grades: (course, { subjects: [only, ...others] }) =>
      gradesOf(course, others.length === 0 ? only : undefined),
    columnsFor: async (course, subject) => (await gradesOf(course, subject)).get(subject) ?? [],
    async completion(course, subject) {
      const asked = { ...inCourse(course), userid: subject };
      return aboutSomebody([], async () =>
        completionIn(await ask(course, 'completion', asked, activitiesAnswer)),
      );
    },
    async courseCompletion(course, subject) {
      try {
        const asked = { ...inCourse(course), userid: subject };
        return courseCompletionIn(await ask(course, 'course-completion', asked, courseAnswer));
      } catch (error) {
        const answer = courseCompletionFaults.get(errorcodeOf(error));
        if (answer === undefined) throw error;
        return answer;
      }
    },
    async ratings(course, subject) {
      const asked = { ...inCourse(course), userid: subject, moduleid: '0' };
      return aboutSomebody([], async () => ratingsIn(await ask(course, 'ratings', asked, ratingsAnswer)));
    },
    courseCompletionOfMany: () => Promise.resolve(undefined),
    ratingsOfMany: () => Promise.resolve(undefined),
    activities: async (course) =>
      trackedIn(await ask(course, 'activities', inCourse(course), contentsAnswer)),
    async competencies(course) {
      return competenciesIn(await ask(course, 'competencies', { id: course.contextId }, competenciesAnswer));
    },
    async competencyActivities(course) {
      const asked = { ...inCourse(course), moduleid: '0' };
      return linkedIn(await ask(course, 'competency-activities', asked, linksAnswer));
    },
    async columns(course) {
      const { gradeItems } = await ask(course, 'columns', inCourse(course), columnsAnswer);
      return gradeItems.map(({ id, itemname }) => ({ id, name: itemname }));
    },
  };
}

/** Of somebody whom Moodle does not know (any more) it tells nothing: that is no trouble of the course. */
async function aboutSomebody<T>(nothing: T, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (errorcodeOf(error) === unknownPerson) return nothing;
    throw error;
  }
}

function errorcodeOf(error: unknown): string {
  const told = error instanceof Problem ? error.facts['errorcode'] : undefined;
  return typeof told === 'string' ? told : '';
}
