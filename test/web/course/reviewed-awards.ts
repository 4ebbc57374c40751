/** Awards in review, as the teacher finds them on the list and one by one. */
import type { AwardReview } from '../../../src/domain/awards/award-review.js';
import type { Award } from '../../../src/domain/awards/award.js';
import type { RuleResult } from '../../../src/domain/evidence/verdict.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import type { PageOfCourse } from './page-of-course.js';
import { startCourse, type CourseWeb } from './course-web.js';

export const idOf = (number: number): string => `award-${String(number).padStart(16, '0')}`;
const score = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 } as const;
const examiner = { kind: 'examiner-confirmation' } as const;
const rule: AwardRule = { kind: 'all', of: [examiner, score] };

/** The answer of the rule with a grade of so many points of 20. */
export function answerFor(points: number): RuleResult {
  const verdict = points >= 10 ? 'met' : 'not-met';
  const reason = points >= 10 ? 'score-reached' : 'score-below';
  const details = { score: points, maximum: 20, percent: points * 5, thresholdPercent: 50 };
  return {
    kind: 'all',
    verdict,
    of: [
      anAward().basis,
      { kind: 'condition', verdict, result: { condition: score, verdict, reason, details } },
    ],
  };
}

export const openedAt = new Date('2026-11-23T08:00:00Z');

/** A grade that fell from 15 to 8 of 20. */
export function aReview(overrides: Partial<AwardReview> = {}): AwardReview {
  const changes = [{ place: 1, told: '["score-below",["score",8]]' }];
  return { state: 'open', kind: 'grade-fell', since: openedAt, changes, now: answerFor(8), ...overrides };
}

export function inReview(overrides: Partial<Award> = {}): Award {
  const basis = answerFor(15);
  const own = { basis, review: aReview(), reviewWrites: 1, ...overrides };
  const award = own.state === 'offered' ? anAward(own) : anIssuedAward({ claimBasis: basis, ...own });
  const opened = { what: 'review-opened', at: openedAt, by: '' } as const;
  const issued = award.issuedAt && [{ what: 'issued' as const, at: award.issuedAt, by: award.subject }];
  return { ...award, history: [...award.history, ...(issued ?? []), opened] };
}

const left = aReview({ kind: 'left-course', changes: [{ place: -1, told: 'left' }], now: undefined });
const kept = aReview({
  state: 'kept',
  decision: { by: { subject: 'teacher-1', name: 'Tess Teacher' }, at: openedAt, reason: 'A slip.' },
});

/** learner-1's grade fell; learner-2's, who has only an offer, too; learner-3 left; learner-4's award was kept. */
export function startReviewed(awards?: Award[]): Promise<CourseWeb> {
  const roster = [1, 2, 4, 5].map((one) => aRosterMember(`learner-${one}`));
  return startCourse({
    microCredential: aMicroCredential({ versions: [aVersion({ rule })] }),
    awards: awards ?? [
      inReview(),
      inReview({ id: idOf(2), subject: 'learner-2', state: 'offered' }),
      inReview({ id: idOf(3), subject: 'learner-3', claimBasis: undefined, review: left }),
      inReview({ id: idOf(4), subject: 'learner-4', review: kept }),
    ],
    services: {
      lms: scriptedLms({
        roster,
        lineItem: { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' },
        results: [{ subject: 'learner-1', score: 8, maximum: 20 }],
      }),
    },
  });
}

export async function reviewed(locale: string): Promise<PageOfCourse[]> {
  const web = await startReviewed();
  const person = await web.teacher({ locale });
  const page = (name: string, address: string) => ({ name, web, person, page: address });
  return [
    page('roster-reviews', 'roster'),
    page('review', `roster/review/${idOf(1)}`),
    page('review-offer', `roster/review/${idOf(2)}`),
    page('review-left', `roster/review/${idOf(3)}`),
    page('reviews-left', 'roster/left'),
    page('review-kept', `roster/review/${idOf(4)}`),
  ];
}
