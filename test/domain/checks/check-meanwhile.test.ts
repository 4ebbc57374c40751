/** What changes while the LMS is asked, and who may have left: nobody is offered an award for what is no longer so. */
import { expect } from 'chai';
import { checkCourse } from '../../../src/domain/checks/check-course.js';
import type { RosterMember } from '../../../src/domain/courses/lms-course.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCheck } from '../../support/builders/a-check.js';
import { asLearner } from '../../support/builders/a-visit.js';
import { aRosterMember } from '../../support/memory/scripted-lms.js';
import { checkedCourse, now } from './checked-course.js';

const score: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const examiner: AwardRule = { kind: 'examiner-confirmation' };
const either: AwardRule = { kind: 'any', of: [score, examiner] };

/** One learner has passed by the grade; `meanwhile` happens while the LMS is asked for its list. */
function world(rule: AwardRule, roster: RosterMember[] | Problem) {
  const happens: { meanwhile: () => Promise<unknown> } = { meanwhile: async () => undefined };
  const course = checkedCourse(rule, {
    roster,
    results: [{ subject: 'learner-1', score: 20, maximum: 20 }],
  });
  const { lms } = course;
  const deps = {
    ...course,
    lms: {
      ...lms,
      async roster(of: Parameters<typeof lms.roster>[0]) {
        await happens.meanwhile();
        return lms.roster(of);
      },
    },
  };
  const decide = (confirmed: boolean): Promise<unknown> =>
    deps.confirmations.decide(aConfirmation({ confirmed, at: now }));
  const offered = async (): Promise<string[]> =>
    (await deps.awards.ofMicroCredential('micro-credential-1')).map(({ subject }) => subject);
  const launches = (subject: string): Promise<unknown> =>
    deps.courses.seeMember('course-1', { subject }, asLearner, 'link-1', now);
  return { deps, happens, decide, offered, launches };
}

describe('a check of a course, while things change', () => {
  const there = [aRosterMember('learner-1')];

  it('the LMS, when it is suspended while it is asked, then nobody is offered anything, and the check rests', async () => {
    const { deps, happens, offered } = world(score, there);
    happens.meanwhile = () => deps.platforms.change('platform-1', { state: 'suspended' });
    expect(await checkCourse(deps, aCheck())).to.deep.equal({ kind: 'resting' });
    expect(await offered()).to.deep.equal([]);
  });

  it('a confirmation, when it is withdrawn while the LMS is asked, then counts no more', async () => {
    const { deps, happens, decide, offered } = world(examiner, there);
    await decide(true);
    happens.meanwhile = () => decide(false);
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'looked', offered: 0 });
    expect(await offered()).to.deep.equal([]);
    happens.meanwhile = () => decide(true);
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'looked', offered: 1 });
  });

  it('somebody who launched once and may have left, when the list cannot be read for now, then is offered nothing for a grade', async () => {
    const { deps, offered, launches } = world(score, new Problem('lms-answer-unreadable'));
    await launches('learner-1');
    expect(await checkCourse(deps, aCheck())).to.deep.equal({
      kind: 'failed',
      trouble: 'lms-answer-unreadable',
      offered: 0,
    });
    expect(await offered()).to.deep.equal([]);
  });

  it('somebody whom an examiner confirmed, when the list cannot be read for now, then is offered the award', async () => {
    const { deps, decide, offered, launches } = world(either, new Problem('lms-answer-unreadable'));
    await launches('learner-1');
    await decide(true);
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'failed', offered: 1 });
    expect(await offered()).to.deep.equal(['learner-1']);
  });

  it('those who launched, when the LMS has no list at all, then are offered it for their grades', async () => {
    const { deps, offered, launches } = world(score, new Problem('lms-service-missing'));
    await launches('learner-1');
    expect(await checkCourse(deps, aCheck())).to.deep.include({ kind: 'looked', offered: 1 });
    expect(await offered()).to.deep.equal(['learner-1']);
  });
});
