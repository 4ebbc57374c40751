/** Asks the LMS how the restricted activities of a rule stand now, so that the teacher is told when none is restricted. */
import type { Course } from '../../../domain/courses/course.js';
import { learnersOf } from '../../../domain/evidence/facts-of-learner.js';
import { conditionsOf, type AwardRule } from '../../../domain/micro-credentials/award-rule.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import type { LinkStanding } from './groups/group-context.js';

/** One standing a link; without numbers where the LMS could not be asked (that is no fault of the form). */
export async function linkStandings(
  { lms, courses }: Pick<WebServices, 'lms' | 'courses'>,
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
