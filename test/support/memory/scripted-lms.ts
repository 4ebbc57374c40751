/** An LMS course whose answers a test sets; a Problem as an answer is thrown. Counts the questions. */
import type {
  GivenScore,
  LineItemResult,
  LmsCourse,
  RosterMember,
} from '../../../src/domain/courses/lms-course.js';
import type { CourseRoles } from '../../../src/domain/courses/roles.js';
import { Problem } from '../../../src/shared/problem.js';

export interface LmsScript {
  /** Answers to scores; 'taken' unless told. */
  score?: 'refused' | Problem;
  roster?: RosterMember[] | Problem;
  /** By link id. */
  listed?: Record<string, RosterMember[] | Problem>;
  lineItem?: { url: string; maximum: number; label: string } | Problem;
  results?: LineItemResult[] | Problem;
}

export function aRosterMember(
  subject: string,
  overrides: Partial<RosterMember> & { roles?: CourseRoles } = {},
): RosterMember {
  return {
    subject,
    name: `Name of ${subject}`,
    email: `${subject}@example.org`,
    roles: { teaches: false, learns: true, administers: false },
    active: true,
    ...overrides,
  };
}

export function scriptedLms(script: LmsScript): LmsCourse & { asked: string[]; scores: GivenScore[] } {
  const asked: string[] = [];
  const scores: GivenScore[] = [];
  const say = <T>(question: string, answer: T | Problem): T => {
    asked.push(question);
    if (answer instanceof Problem) throw answer;
    return answer;
  };
  return {
    asked,
    scores,
    giveScore: async (_course, _url, score) => {
      const answer = say(`score of ${score.subject}`, script.score ?? 'taken');
      scores.push(score);
      return answer;
    },
    roster: async () => say('roster', script.roster ?? []),
    rosterOfLink: async (_course, linkId) => say(`rlid ${linkId}`, script.listed?.[linkId] ?? []),
    results: async () => say('results', script.results ?? []),
    lineItemOfLink: async () => say('line item', script.lineItem),
    createLineItem: async () => 'https://moodle.example.org/lineitems/1',
  };
}
