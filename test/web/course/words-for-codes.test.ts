import { expect } from 'chai';
import type { ReviewKind } from '../../../src/domain/awards/award-review.js';
import type { AwardEvent } from '../../../src/domain/awards/award.js';
import type { RosterState } from '../../../src/domain/awards/roster-desk.js';
import type { ReasonCode } from '../../../src/domain/evidence/verdict.js';
import type { AdviceCode } from '../../../src/domain/micro-credentials/advice-on.js';
import type { conditionsOf } from '../../../src/domain/micro-credentials/award-rule.js';
import type { MissingCode } from '../../../src/domain/micro-credentials/missing-elements.js';
import { languages } from '../../../src/web/middleware/language.js';
import { readWords } from '../../../src/web/middleware/words.js';
import type { FormFault } from '../../../src/web/pages/credential/groups/group.js';

// The compiler holds each list to its type: a new code without words does not compile, or fails here.
const missing: Record<MissingCode, true> = {
  'title-empty': true,
  'country-empty': true,
  'awarding-body-empty': true,
  'further-body-name-empty': true,
  'further-body-country-empty': true,
  'outcomes-empty': true,
  'outcome-text-empty': true,
  'outcome-assessment-empty': true,
  'outcome-assessment-unknown': true,
  'workload-empty': true,
  'workload-hours-empty': true,
  'workload-ects-not-entitled': true,
  'level-empty': true,
  'level-reason-empty': true,
  'assessments-empty': true,
  'assessment-type-empty': true,
  'assessment-criterion-empty': true,
  'participation-empty': true,
  'quality-assurance-empty': true,
  'quality-assurance-kind-empty': true,
  'quality-assurance-standard-empty': true,
  'quality-assurance-other-standard-empty': true,
  'quality-assurance-body-empty': true,
  'rule-empty': true,
  'rule-outcome-empty': true,
  'rule-too-many-conditions': true,
  'rule-too-many-needed': true,
  'rule-dates-crossed': true,
  'rule-link-empty': true,
  'rule-access-not-offered': true,
  'rule-records-not-offered': true,
  'rule-column-is-written': true,
};
const advice: Record<AdviceCode, true> = {
  'title-like-degree': true,
  'description-empty': true,
  'language-half-filled': true,
  'ects-below-one': true,
  'ects-unlike-hours': true,
  'ects-wherever-possible': true,
  'assessment-unused': true,
  'threshold-zero': true,
  'restricted-needs-others': true,
  'restricted-locks-out': true,
  'confirmations-begin-anew': true,
};
const reasons: Record<ReasonCode, true> = {
  'access-shown': true,
  'access-not-launched': true,
  'access-not-listed': true,
  'access-neither': true,
  'access-unrestricted': true,
  'score-reached': true,
  'score-below': true,
  'score-none': true,
  'activity-gone': true,
  'too-early': true,
  'too-late': true,
  'date-unknown': true,
  'score-no-maximum': true,
  'completion-passed': true,
  'completion-done': true,
  'completion-failed': true,
  'completion-not-yet': true,
  'completion-pass-untold': true,
  'course-completed': true,
  'course-not-completed': true,
  'competency-proficient': true,
  'competency-not-proficient': true,
  'competency-unrated': true,
  'lms-token-missing': true,
  'lms-token-refused': true,
  'lms-function-missing': true,
  'lms-capability-missing': true,
  'lms-services-off': true,
  'not-asked': true,
  'left-out': true,
  'score-hidden': true,
  'score-unsettled': true,
  'score-on-scale': true,
  'scale-changed': true,
  'level-reached': true,
  'level-below': true,
  'course-no-criteria': true,
  'examiner-confirmed': true,
  'examiner-not-yet': true,
  'jury-proven': true,
  'jury-not-proven': true,
  'jury-not-yet': true,
  'lms-unreachable': true,
  'lms-error': true,
  'lms-busy': true,
  'lms-refused': true,
  'lms-answer-unreadable': true,
  'lms-service-missing': true,
  'no-line-item': true,
  'no-fact': true,
};
const states: Record<RosterState, true> = {
  'no-evidence': true,
  'not-met': true,
  unknown: true,
  met: true,
  offered: true,
  issued: true,
  review: true,
  suspended: true,
  'taken-back': true,
  revoked: true,
};
const reviewKinds: Record<ReviewKind, true> = {
  'grade-fell': true,
  'left-course': true,
  'activity-gone': true,
  'no-longer-holds': true,
};
const events: Record<Exclude<AwardEvent['what'], 'made-public' | 'made-private'>, true> = {
  offered: true,
  issued: true,
  revoked: true,
  'review-opened': true,
  'review-ended': true,
  kept: true,
  superseded: true,
  suspended: true,
  resumed: true,
  'signed-again': true,
};
const faults: Record<FormFault['code'], true> = {
  url: true,
  number: true,
  ects: true,
  hours: true,
  'too-long': true,
  choice: true,
  isced: true,
  'same-language': true,
  country: true,
  percent: true,
  date: true,
  points: true,
  needed: true,
};
type Kind = ReturnType<typeof conditionsOf>[number]['kind'];
type Key = Exclude<Kind, 'activity-completion'> | `activity-completion-${'passed' | 'completed'}`;
const conditions: Record<Key, true> = {
  'restricted-activity': true,
  'own-line-item': true,
  'examiner-confirmation': true,
  'jury-decision': true,
  'activity-grade': true,
  'activity-completion-passed': true,
  'activity-completion-completed': true,
  'course-total': true,
  'course-completion': true,
  competency: true,
};

describe('words for codes', () => {
  const words = readWords('throw');
  for (const [area, codes] of [
    ['course:missing', missing],
    ['course:advice', advice],
    ['course:reason', reasons],
    ['learner:reason', reasons],
    ['course:roster.states', states],
    ['review:kinds', reviewKinds],
    ['review:events', events],
    ['course:fault', faults],
    ['learner:condition', conditions],
    ['public:rule', conditions],
    ['award:evidence', conditions],
  ] as const)
    for (const language of languages)
      it(`${area}, when a code is told in ${language}, then there are words for it`, () => {
        for (const code of Object.keys(codes))
          expect(words.has(language, `${area}.${code}`), code).to.equal(true);
      });
});
