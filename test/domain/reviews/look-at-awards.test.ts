import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aJuryDecision } from '../../support/builders/a-jury-decision.js';
import { anAward } from '../../support/builders/an-award.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { classOf, earned, graded, happened, lookedAtCourse, score } from './looked-at-course.js';

const examiner: AwardRule = { kind: 'examiner-confirmation' };

describe('an award, looked at again', () => {
  describe('when what it rests on', () => {
    it('holds, then nothing is noted', async () => {
      const world = lookedAtCourse({});
      const award = await world.look();
      expect(award).to.not.have.any.keys('review', 'missing', 'reviewWrites');
      expect(happened(award)).to.deep.equal([]);
    });

    it('has fallen, then a review is open with what is true now, the award stands, and the look says that something changed', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.outcome();
      const award = await world.kept();
      expect(award.state).to.equal('issued');
      expect(award.review).to.deep.include({ state: 'open', kind: 'grade-fell' });
      expect(award.review?.since).to.be.within(
        new Date('2026-11-24T08:00:00Z'),
        new Date('2026-11-24T08:01:00Z'),
      );
      expect(award.review?.now).to.deep.include({ verdict: 'not-met' });
      expect(award.review?.now).to.have.deep.nested.property('result.details', {
        score: 9,
        maximum: 20,
        percent: 45,
        thresholdPercent: 50,
      });
      expect(award.basis).to.deep.equal(earned);
      expect(award.history.at(-1)).to.deep.equal({
        what: 'review-opened',
        at: award.review?.since,
        by: '',
      });
      expect(await lookedAtCourse({ lms: { results: graded(9) } }).outcome()).to.include({ changed: true });
    });

    it('has fallen, looked at twice at once and again, then one review is open and one thing happened', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.lookTwiceAtOnce();
      const award = await world.look();
      expect(happened(award)).to.deep.equal(['review-opened']);
      expect(award.reviewWrites).to.equal(1);
    });

    it('is no grade any more, a confirmation that was withdrawn, or a completion undone, then each has its kind', async () => {
      const none = lookedAtCourse({ lms: { results: [] } });
      expect((await none.look()).review?.kind).to.equal('grade-fell');
      const withdrawn = lookedAtCourse({ rule: examiner, award: { basis: anAward().basis } });
      await withdrawn.confirm(false);
      expect((await withdrawn.look()).review).to.include({ state: 'open', kind: 'no-longer-holds' });
    });

    it('is a jury’s decision that was withdrawn, then a review is open until there is one again', async () => {
      const world = lookedAtCourse({
        rule: { kind: 'any', of: [score, { kind: 'jury-decision' }] },
        lms: { results: [] },
      });
      const { juryDecisions } = world.deps;
      await juryDecisions.record(aJuryDecision());
      expect((await world.look()).review).to.equal(undefined);
      await juryDecisions.record(aJuryDecision({ state: 'withdrawn' }));
      expect((await world.look()).review?.state).to.equal('open');
      await juryDecisions.record(aJuryDecision());
      expect((await world.look()).review?.state).to.equal('ended');
    });

    it('is an offer’s, then that is reviewed as an award is; one that was revoked is not', async () => {
      const offered = lookedAtCourse({ award: { state: 'offered' }, lms: { results: graded(9) } });
      expect((await offered.look()).review?.state).to.equal('open');
      const revoked = lookedAtCourse({ award: { state: 'revoked' }, lms: { results: graded(9) } });
      expect((await revoked.look()).review).to.equal(undefined);
    });

    it('fell, but another way to pass is still open, then nothing is noted', async () => {
      const rule: AwardRule = { kind: 'any', of: [score, examiner] };
      const world = lookedAtCourse({ rule, lms: { results: graded(9) } });
      await world.confirm(true);
      expect((await world.look()).review).to.equal(undefined);
    });

    it('is dated later than it counts, then that proves nothing; when it falls too, then a review is open', async () => {
      const rule: AwardRule = { ...score, notAfter: '2026-11-20' };
      const late = { ...graded(15)[0], subject: 'learner-1', at: new Date('2026-11-23T08:00:00Z') };
      const world = lookedAtCourse({ rule, lms: { results: [late] } });
      expect((await world.look()).review).to.equal(undefined);
      world.lms.results = [{ ...late, score: 9 }];
      expect((await world.look()).review?.state).to.equal('open');
      world.lms.results = [late];
      expect((await world.look()).review?.state).to.equal('ended');
    });

    it('was earned, or decided on, while the LMS was being asked, then that look says nothing of it', async () => {
      const meanwhile = new Date('2026-11-24T09:00:00Z');
      const lms = { results: graded(9) };
      const claimed = lookedAtCourse({ award: { issuedAt: meanwhile, claimBasis: earned }, lms });
      expect((await claimed.look()).review).to.equal(undefined);
      const offered = lookedAtCourse({ award: { state: 'offered', offeredAt: meanwhile }, lms });
      expect((await offered.look()).review).to.equal(undefined);
      const review = { kind: 'grade-fell', since: new Date('2026-11-23T08:00:00Z'), changes: [] } as const;
      const decision = { by: { subject: 'teacher-1' }, at: meanwhile, reason: 'A slip.' };
      const decided = lookedAtCourse({
        award: { review: { ...review, changes: [], state: 'kept', decision } },
        lms,
      });
      expect((await decided.look()).review?.state).to.equal('kept');
    });

    it('is of an older version, then the rule of that one counts', async () => {
      const versions = [aVersion({ rule: score }), aVersion({ rule: examiner }, 2)];
      const world = lookedAtCourse({
        microCredential: aMicroCredential({ versions }),
        version: 2,
        lms: { results: graded(9) },
      });
      expect((await world.look()).review).to.include({ state: 'open', kind: 'grade-fell' });
    });

    for (const code of [
      'lms-unreachable',
      'lms-error',
      'lms-busy',
      'lms-refused',
      'lms-answer-unreadable',
      'lms-service-missing',
    ] as const)
      it(`cannot be asked (${code}), then nothing is noted, however often`, async () => {
        const trouble = new Problem(code);
        const world = lookedAtCourse({ lms: { lineItem: trouble, results: trouble } });
        await world.look();
        await world.look();
        world.lms.roster = trouble;
        await world.look();
        expect(happened(await world.look())).to.deep.equal([]);
        expect(await world.kept()).to.not.have.any.keys('review', 'missing');
      });

    it('is of somebody who teaches here by now, then nothing is known and nothing noted', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.deps.courses.seeMember(
        'course-1',
        { subject: 'learner-1' },
        asTeacher,
        'link-1',
        new Date(),
      );
      expect((await world.look()).review).to.equal(undefined);
    });

    it('is an activity whose list holds everybody by now, then nothing is noted; when the learner is off it, then a review is open', async () => {
      const rule: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
      const roster = classOf(5);
      const world = lookedAtCourse({
        rule,
        award: {
          basis: {
            kind: 'condition',
            verdict: 'met',
            result: { condition: rule, verdict: 'met', reason: 'access-shown', details: {} },
          },
        },
        lms: { listed: { 'link-1': roster } },
      });
      await world.deps.courses.seeMember(
        'course-1',
        { subject: 'learner-1' },
        asLearner,
        'link-1',
        new Date(),
      );
      expect((await world.look()).review).to.equal(undefined);
      world.lms.listed = { 'link-1': roster.slice(1) };
      expect((await world.look()).review).to.include({ state: 'open', kind: 'no-longer-holds' });
    });
  });

  describe('when its review is open', () => {
    it('and it holds again, then the review ends by itself, and both are in the history', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.look();
      world.lms.results = graded(15);
      const award = await world.look();
      expect(award.review?.state).to.equal('ended');
      expect(happened(award)).to.deep.equal(['review-opened', 'review-ended']);
      world.lms.results = graded(9);
      expect(happened(await world.look())).to.deep.equal(['review-opened', 'review-ended', 'review-opened']);
    });

    it('and the LMS is away, then it stays open', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.look();
      world.lms.results = new Problem('lms-unreachable');
      expect((await world.look()).review?.state).to.equal('open');
    });

    it('and the grade falls further, then it tells the new one, since when, and is still one review', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      const first = await world.look();
      world.lms.results = graded(2);
      const award = await world.look();
      expect(award.review).to.have.nested.property('now.result.details.score', 2);
      expect(award.review?.since).to.be.greaterThan(first.review?.since as Date);
      expect(happened(award)).to.deep.equal(['review-opened']);
    });

    it('and the learner leaves, then what was found before is still told, and that they left', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.look();
      world.lms.roster = classOf(5).slice(1);
      expect((await world.look()).review?.changes).to.have.length(1);
      const award = await world.look();
      expect(award.review?.kind).to.equal('grade-fell');
      expect(award.review?.changes.map(({ place }) => place)).to.deep.equal([0, -1]);
      expect(await world.look()).to.deep.equal(award);
    });
  });

  describe('when a teacher has kept it', () => {
    it('and nothing changes, or the LMS is away, then the review stays closed', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.look();
      await world.keep();
      const kept = await world.kept();
      await world.look();
      world.lms.results = new Problem('lms-unreachable');
      await world.look();
      world.lms.results = graded(9);
      expect(await world.look()).to.deep.equal(kept);
      expect(happened(kept)).to.deep.equal(['review-opened', 'kept']);
    });

    it('and the grade changes again, then a review opens anew', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.look();
      await world.keep();
      world.lms.results = graded(5);
      const award = await world.look();
      expect(award.review?.state).to.equal('open');
      expect(happened(award)).to.deep.equal(['review-opened', 'kept', 'review-opened']);
    });

    it('and it holds again, then falls to the same grade, then a review opens anew', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.look();
      await world.keep();
      world.lms.results = graded(15);
      expect((await world.look()).review?.state).to.equal('ended');
      world.lms.results = graded(9);
      expect((await world.look()).review?.state).to.equal('open');
    });

    it('and one of two things holds again, then its next fall is a new one; that of the other is not', async () => {
      const rule: AwardRule = { kind: 'all', of: [score, examiner] };
      const met = anAward().basis;
      const world = lookedAtCourse({
        rule,
        award: { basis: { kind: 'all', verdict: 'met', of: [earned, met] } },
        lms: { results: graded(9) },
      });
      await world.confirm(false);
      await world.look();
      await world.keep();
      await world.confirm(true);
      expect((await world.look()).review).to.include({ state: 'kept' });
      world.lms.results = new Problem('lms-unreachable');
      await world.confirm(false);
      expect((await world.look()).review).to.include({ state: 'open', kind: 'no-longer-holds' });
    });

    it('and the learner leaves as well, then a review opens once that was seen twice', async () => {
      const world = lookedAtCourse({ lms: { results: graded(9) } });
      await world.look();
      await world.keep();
      world.lms.roster = classOf(5).slice(1);
      expect((await world.look()).review?.state).to.equal('kept');
      expect((await world.look()).review).to.include({ state: 'open', kind: 'left-course' });
    });
  });
});
