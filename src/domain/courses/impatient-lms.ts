/**
 * The LMS as asked for a page that somebody waits for: no question is waited for longer than so long, and once one was not answered in that
 * time, no other is asked. It only reads. docs/decisions/0035-people-while-the-lms-is-away.md
 */
import { Problem } from '../../shared/problem.js';
import type { Timers } from '../../shared/timers.js';
import type { CourseRecords } from './course-records.js';
import type { LmsCourse } from './lms-course.js';

export interface AskedLms {
  lms: LmsCourse;
  records: CourseRecords;
}

export interface ImpatientLms extends AskedLms {
  /** True once a question was not answered in time. */
  gaveUp(): boolean;
}

/** Milliseconds that somebody in front of a page waits for one question. */
export const patienceMs = 5_000;

/** One question that takes longer than `patienceMs` throws Problem lms-unreachable, and so does every later one. */
export function impatientLms({ lms, records }: AskedLms, timers: Timers): ImpatientLms {
  let hasGivenUp = false;
  const inTime =
    <Given extends unknown[], Answer>(question: (...given: Given) => Promise<Answer>) =>
    (...given: Given): Promise<Answer> => {
      if (hasGivenUp) return Promise.reject(tooLate());
      return new Promise((resolve, reject) => {
        const cancel = timers.after(patienceMs, () => {
          hasGivenUp = true;
          reject(tooLate());
        });
        question(...given)
          .then(resolve, reject)
          .finally(cancel);
      });
    };
  return {
    lms: {
      ...lms,
      roster: inTime((course) => lms.roster(course)),
      rosterOfLink: inTime((course, linkId) => lms.rosterOfLink(course, linkId)),
      lineItemOfLink: inTime((course, linkId) => lms.lineItemOfLink(course, linkId)),
      results: inTime((course, url) => lms.results(course, url)),
    },
    records: {
      ...records,
      grades: inTime((course, wanted) => records.grades(course, wanted)),
      completion: inTime((course, subject) => records.completion(course, subject)),
      courseCompletion: inTime((course, subject) => records.courseCompletion(course, subject)),
      courseCompletionOfMany: inTime((course, subjects) => records.courseCompletionOfMany(course, subjects)),
      ratings: inTime((course, subject) => records.ratings(course, subject)),
      ratingsOfMany: inTime((course, subjects) => records.ratingsOfMany(course, subjects)),
      columnsFor: inTime((course, subject) => records.columnsFor(course, subject)),
      activities: inTime((course) => records.activities(course)),
      competencies: inTime((course) => records.competencies(course)),
      competencyActivities: inTime((course) => records.competencyActivities(course)),
    },
    gaveUp: () => hasGivenUp,
  };
}

const tooLate = (): Problem => new Problem('lms-unreachable', { detail: 'not answered in time' });
