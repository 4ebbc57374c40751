/** Asks the LMS how the restricted activities of a rule stand now, so that the teacher is told when none is restricted. */
import type { Course } from '../../../domain/courses/course.js';
import type { AwardRule } from '../../../domain/micro-credentials/award-rule.js';
import { Problem } from '../../../shared/problem.js';
import type { WebServices } from '../../web-services.js';
import type { LinkStanding } from './groups/group-context.js';

const linksOf = (rule: AwardRule | undefined): string[] => {
  if (!rule) return [];
  if (rule.kind === 'all' || rule.kind === 'any') return [...new Set(rule.of.flatMap(linksOf))];
  return rule.kind === 'restricted-activity' ? [rule.linkId] : [];
};

/** One standing a link; without numbers where the LMS could not be asked (that is no fault of the form). */
export async function linkStandings(
  { lms }: Pick<WebServices, 'lms'>,
  course: Course,
  rule: AwardRule | undefined,
): Promise<LinkStanding[]> {
  const links = linksOf(rule);
  if (links.length === 0) return [];
  try {
    const roster = await lms.roster(course);
    const learners = roster.filter((member) => member.active && member.roles.learns).map((m) => m.subject);
    return await Promise.all(
      links.map(async (linkId) => {
        const listed = new Set((await lms.rosterOfLink(course, linkId)).map((member) => member.subject));
        const count = learners.filter((subject) => listed.has(subject)).length;
        return { linkId, listed: count, learners: learners.length, unrestricted: count === learners.length };
      }),
    );
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('lms-')) throw error;
    return links.map((linkId) => ({ linkId }));
  }
}
