/**
 * What counts for an offer to learners who are not there to ask for it. Of those who once launched some may have left: until the
 * course's list can be had, only what people decided counts.
 */
import type { Fact, FactTrouble } from './fact.js';
import type { CourseFacts } from './gather-course-facts.js';

/** What another try may get. The rest stays as it is until somebody changes the course or the LMS. */
export const worthAnotherTry: Record<FactTrouble, boolean> = {
  'lms-unreachable': true,
  'lms-error': true,
  'lms-busy': true,
  'lms-refused': true,
  'lms-answer-unreadable': true,
  'lms-service-missing': false,
  'no-line-item': false,
  'lms-token-missing': false,
  'lms-token-refused': false,
  'lms-function-missing': false,
  'lms-capability-missing': false,
  'lms-services-off': false,
  // the class is too large for the time there is: the next look begins with other learners
  'not-asked': false,
};

/** Facts by subject; none of somebody unknown. */
export function factsThatCount({ facts, present, trouble }: CourseFacts): (subject: string) => Fact[] {
  const isListAway = !present && trouble !== undefined && worthAnotherTry[trouble];
  return (subject) => (facts.get(subject) ?? []).filter((fact) => !isListAway || isDecidedByPeople(fact));
}

const isDecidedByPeople = ({ kind }: Fact): boolean =>
  kind === 'examiner-confirmation' || kind === 'jury-decision';
