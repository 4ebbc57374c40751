import { expect } from 'chai';
import { factsThatCount } from '../../../src/domain/evidence/facts-that-count.js';
import { gatherCourseFacts } from '../../../src/domain/evidence/gather-course-facts.js';
import { gatherFacts } from '../../../src/domain/evidence/gather-facts.js';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aJuryDecision } from '../../support/builders/a-jury-decision.js';
import { asLearner } from '../../support/builders/a-visit.js';
import { aRosterMember } from '../../support/memory/scripted-lms.js';
import { checkedCourse, now } from '../checks/checked-course.js';

const grade: AwardRule = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 };
const jury: AwardRule = { kind: 'jury-decision' };
const either: AwardRule = { kind: 'any', of: [grade, jury] };

describe('a jury’s decision as evidence', () => {
  const answer = async (rule: AwardRule, ...decisions: Parameters<typeof aJuryDecision>[0][]) => {
    const deps = checkedCourse(rule, {});
    for (const one of decisions) await deps.juryDecisions.record(aJuryDecision(one));
    const input = { course: aCourse(), microCredential: aMicroCredential(), version: aVersion({ rule }) };
    const alone = meetsRule(rule, await gatherFacts(deps, { ...input, subject: 'learner-1' }));
    const roster = { ...deps, lms: checkedCourse(rule, { roster: [aRosterMember('learner-1')] }).lms };
    const { facts } = await gatherCourseFacts(roster, input);
    // alone and in the class the answer is the same
    expect(meetsRule(rule, facts.get('learner-1') ?? [])).to.deep.equal(alone);
    return alone;
  };
  const reason = async (...decisions: Parameters<typeof aJuryDecision>[0][]) => {
    const told = await answer(jury, ...decisions);
    return told.kind === 'condition' ? [told.verdict, told.result.reason, told.result.details] : [];
  };
  const at = new Date('2026-11-12T00:00:00Z');

  it('none, one that proves, one that does not, one withdrawn: each answers as it should', async () => {
    expect(await reason()).to.deep.equal(['not-met', 'jury-not-yet', {}]);
    expect(await reason({})).to.deep.equal(['met', 'jury-proven', { at }]);
    expect(await reason({ state: 'not-proven' })).to.deep.equal(['not-met', 'jury-not-proven', { at }]);
    expect(await reason({}, { state: 'withdrawn' })).to.deep.equal(['not-met', 'jury-not-yet', {}]);
  });

  it('examiners, when they agreed to be named, then are in the answer; otherwise not', async () => {
    expect(await reason({ mayBeNamed: true })).to.deep.equal([
      'met',
      'jury-proven',
      { at, examinerOne: 'Irène Examiner', examinerTwo: 'Max Juror' },
    ]);
  });

  it('beside a grade, when there is none, then the award rests on the jury', async () => {
    expect((await answer(either)).verdict).to.equal('not-met');
    expect((await answer(either, {})).verdict).to.equal('met');
  });

  it('days that count, when the jury decided on another, then it does not count', async () => {
    const dated: AwardRule = { kind: 'jury-decision', notBefore: '2026-11-12', notAfter: '2026-11-12' };
    expect((await answer(dated, {})).verdict).to.equal('met');
    expect((await answer(dated, { decidedOn: '2026-11-11' })).verdict).to.equal('not-met');
    expect((await answer(dated, { decidedOn: '2026-11-13' })).verdict).to.equal('not-met');
  });

  it('one of another platform, version or learner, when it is there, then counts for nobody here', async () => {
    const others = [{ platformId: 'platform-2' }, { version: 2 }, { subject: 'learner-2' }];
    expect((await answer(jury, ...others)).verdict).to.equal('not-met');
  });

  it('the course’s list, when it cannot be had, then a jury’s decision counts all the same', async () => {
    const deps = checkedCourse(either, { roster: new Problem('lms-unreachable') });
    await deps.courses.seeMember('course-1', { subject: 'learner-1' }, asLearner, 'link-1', now);
    await deps.juryDecisions.record(aJuryDecision());
    const input = {
      course: aCourse(),
      microCredential: aMicroCredential(),
      version: aVersion({ rule: either }),
    };
    const counting = factsThatCount(await gatherCourseFacts(deps, input));
    expect(counting('learner-1').map(({ kind }) => kind)).to.deep.equal(['jury-decision']);
  });
});
