/** Asks the LMS how the restricted activities of a rule stand now, so that the teacher is told when none is restricted. */
import { Problem } from '../../shared/problem.js';
import type { CourseStore } from '../courses/course-store.js';
import type { Course } from '../courses/course.js';
import type { LmsCourse } from '../courses/lms-course.js';
import { conditionsOf, type AwardRule } from '../micro-credentials/award-rule.js';
import { learnersOf } from './facts-of-learner.js';

/** How a link stands in the LMS now: how many of the course's learners it lists; no numbers where it could not be asked. */
export interface LinkStanding {
  linkId: string;
  listed?: number;
  learners?: number;
  /** True when it lists every learner: then it proves nothing. */
  unrestricted?: boolean;
}

/** One standing a link; without numbers where the LMS could not be asked (that is no fault of the draft). */
export async function linkStandings(
  { lms, courses }: { lms: LmsCourse; courses: CourseStore },
  course: Course,
  rule: AwardRule | undefined,
): Promise<LinkStanding[]> {
  const conditions = rule ? conditionsOf(rule) : [];
  const links = [
    ...new Set(conditions.flatMap((part) => (part.kind === 'restricted-activity' ? [part.linkId] : []))),
  ];
  if (links.length === 0) return [];
  try {
    const roster = await lms.roster(course);
    const learners = learnersOf(roster, await courses.members(course.id)).map(({ subject }) => subject);
    return await Promise.all(
      links.map(async (linkId) => {
        const members = await lms.rosterOfLink(course, linkId);
        const listed = new Set(members.filter(({ active }) => active).map(({ subject }) => subject));
        const count = learners.filter((subject) => listed.has(subject)).length;
        return { linkId, listed: count, learners: learners.length, unrestricted: count === learners.length };
      }),
    );
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('lms-')) throw error;
    return links.map((linkId) => ({ linkId }));
  }
}
