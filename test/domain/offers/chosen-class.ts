/** A class of a course whose teachers look first, in memory: some have passed, some not; the teacher chooses among them. */
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { LineItemResult } from '../../../src/domain/courses/lms-course.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aTeacherVisit } from '../../support/builders/a-visit.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryNotices } from '../../support/memory/memory-notices.js';
import { aRosterMember, type LmsScript } from '../../support/memory/scripted-lms.js';
import { checkedCourse } from '../checks/checked-course.js';

export const graded: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };

export const scored = (subjects: readonly string[], score: number): LineItemResult[] =>
  subjects.map((subject) => ({ subject, score, maximum: 20, at: new Date('2026-11-02T08:00:00Z') }));

export function chosenClass(
  subjects: readonly string[],
  script: LmsScript = {},
  { rule = graded, awards = [] }: { rule?: AwardRule; awards?: Award[] } = {},
) {
  return {
    ...checkedCourse(rule, { roster: subjects.map((one) => aRosterMember(one)), ...script }),
    awards: memoryAwards(...awards),
    notices: memoryNotices(),
  };
}

/** What a teacher asks for; everybody unless named. */
export function choosing(subjects?: readonly string[], rule: AwardRule = graded) {
  return {
    visit: aTeacherVisit(),
    course: aCourse(),
    microCredential: aMicroCredential({ versions: [aVersion({ rule })] }),
    isChosen: (subject: string) => subjects === undefined || subjects.includes(subject),
  };
}

/** Whom a look or a deed is about, and who is left out for what. */
export function told({
  taken,
  leftOut,
}: {
  taken: { subject: string }[];
  leftOut: { learner: { subject: string }; why: string }[];
}) {
  return {
    taken: taken.map(({ subject }) => subject),
    leftOut: Object.fromEntries(leftOut.map(({ learner, why }) => [learner.subject, why])),
  };
}
