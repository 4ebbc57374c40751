/** An award as it begins: offered to a learner who meets the rule of a version. */
import type { Course } from '../courses/course.js';
import type { RuleResult } from '../evidence/verdict.js';
import type { MicroCredential, PublishedVersion } from '../micro-credentials/micro-credential.js';
import type { Award, Correction } from './award.js';

/** Who did what Acquis does by itself, in the history of an award. */
export const byItself = '';

/** True for an offer that the learner got by opening the activity; false for one made by a check or by a teacher. */
export const isOfferedInPerson = ({ history, subject }: Pick<Award, 'history' | 'subject'>): boolean =>
  history[0]?.by === subject;

export function newOffer(offer: {
  id: string;
  course: Course;
  microCredential: MicroCredential;
  version: PublishedVersion;
  learner: { subject: string; name?: string };
  /** The rule's answer: met. */
  basis: RuleResult;
  at: Date;
  by: string;
  correction?: Correction;
}): Award {
  const { id, course, microCredential, version, learner, basis, at, by, correction } = offer;
  return {
    id,
    institutionId: microCredential.institutionId,
    microCredentialId: microCredential.id,
    version: version.number,
    courseId: course.id,
    platformId: course.platformId,
    subject: learner.subject,
    lmsName: learner.name,
    state: 'offered',
    offeredAt: at,
    basis,
    public: false,
    stateChangedAt: at,
    ...(correction && { correction }),
    history: [{ what: 'offered', at, by, ...(correction && { reason: correction.reason }) }],
  };
}
