import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import { Problem } from '../../../src/shared/problem.js';
import { aRosterMember } from '../../support/memory/scripted-lms.js';
import { aGrade } from '../../support/memory/scripted-records.js';
import { classOf, happened, lookedAtCourse } from './looked-at-course.js';

describe('an award, looked at again: what is missing', () => {
  describe('when somebody is missing from the list of the course', () => {
    const without = (): ReturnType<typeof lookedAtCourse> =>
      lookedAtCourse({ lms: { roster: classOf(5).slice(1) } });

    it('once, then it is only remembered; in the next look, too, then a review is open', async () => {
      const world = without();
      const first = await world.look();
      expect(first.review).to.equal(undefined);
      expect(first.missing?.changes).to.have.length(1);
      expect(happened(first)).to.deep.equal([]);
      const award = await world.look();
      expect(award.review).to.deep.include({ state: 'open', kind: 'left-course' });
      expect(award.review?.now).to.equal(undefined);
      expect(award.missing).to.equal(undefined);
    });

    it('and is inactive rather than off it, then that is the same', async () => {
      const roster = [aRosterMember('learner-1', { active: false }), ...classOf(5).slice(1)];
      const world = lookedAtCourse({ lms: { roster } });
      await world.look();
      expect((await world.look()).review?.kind).to.equal('left-course');
    });

    it('in two looks at one moment, then that is one answer', async () => {
      const world = without();
      const award = await world.lookTwiceAtOnce();
      expect(award.review).to.equal(undefined);
      expect(award.reviewWrites).to.equal(1);
    });

    it('and the next look could not ask, then that one does not count', async () => {
      const world = without();
      await world.look();
      const { roster } = world.lms;
      world.lms.roster = new Problem('lms-unreachable');
      expect((await world.look()).review).to.equal(undefined);
      world.lms.roster = roster;
      expect((await world.look()).review?.state).to.equal('open');
    });

    it('and is there again in the next look, then nothing is left of it', async () => {
      const world = without();
      await world.look();
      world.lms.roster = classOf(5);
      const award = await world.look();
      expect(award.review).to.equal(undefined);
      expect(award.missing).to.equal(undefined);
      expect(happened(award)).to.deep.equal([]);
      world.lms.roster = classOf(5).slice(1);
      expect((await world.look()).review).to.equal(undefined);
    });

    it('and is kept, then comes back and leaves once more, then a review opens anew', async () => {
      const world = without();
      await world.look();
      await world.look();
      await world.keep();
      expect((await world.look()).review?.state).to.equal('kept');
      world.lms.roster = classOf(5);
      expect((await world.look()).review?.state).to.equal('ended');
      world.lms.roster = classOf(5).slice(1);
      await world.look();
      expect((await world.look()).review?.state).to.equal('open');
    });

    it('with more than half of the class, then nothing is even remembered until the list is believed, and then seen twice', async () => {
      const world = lookedAtCourse({ lms: { roster: classOf(10) } });
      await world.look();
      world.lms.roster = classOf(10).slice(6);
      for (let time = 1; time <= 3; time += 1) {
        expect((await world.outcome()).kind).to.equal('doubtful');
        expect((await world.kept()).missing).to.equal(undefined);
      }
      expect((await world.look()).review).to.equal(undefined);
      expect((await world.look()).review).to.include({ state: 'open', kind: 'left-course' });
    });
  });

  describe('when an assessment', () => {
    const column = {
      kind: 'activity-grade',
      item: { id: '2', name: 'Essay' },
      thresholdPercent: 50,
    } as const;
    const basis = {
      kind: 'condition',
      verdict: 'met',
      result: {
        condition: column,
        verdict: 'met',
        reason: 'score-reached',
        details: { score: 70, maximum: 100 },
      },
    } as const;
    const columns = [{ id: '2', name: 'Essay' }];
    const others = { 'learner-1': [aGrade({ columnId: '5', name: 'Other', score: 3 })] };

    it('is left out of an answer, but still in the course, then nothing is noted', async () => {
      const world = lookedAtCourse({ rule: column, award: { basis }, records: { grades: others, columns } });
      await world.look();
      expect(await world.look()).to.not.have.any.keys('review', 'missing');
    });

    it('is left out, and what there is in the course cannot be asked, then nothing is noted', async () => {
      const refused = new Problem('lms-capability-missing');
      const records = { grades: others, columns: refused };
      const world = lookedAtCourse({ rule: column, award: { basis }, records });
      await world.look();
      expect(await world.look()).to.not.have.any.keys('review', 'missing');
    });

    it('is gone from the course in two looks, then a review is open; when it is there again, then it ends', async () => {
      const records = { grades: others, columns: [] };
      const world = lookedAtCourse({ rule: column, award: { basis }, records });
      expect((await world.look()).review).to.equal(undefined);
      const { review } = await world.look();
      expect(review).to.include({ state: 'open', kind: 'activity-gone' });
      expect(review?.now).to.have.nested.property('result.reason', 'activity-gone');
      Object.assign(world.records, { grades: { 'learner-1': [aGrade({ score: 70 })] }, columns });
      expect((await world.look()).review?.state).to.equal('ended');
    });

    it('is told on another scale than the level was chosen of, then nothing is noted; when the level fell, then a review is open', async () => {
      const { kind, item } = column;
      const level = { kind, item, thresholdLevel: 2, levels: 3 } as const;
      const onScale = { onScale: true, minimum: 1, maximum: 3 };
      const records = { grades: { 'learner-1': [aGrade({ ...onScale, score: 1, maximum: 4 })] }, columns };
      const earned = {
        kind: 'condition',
        verdict: 'met',
        result: {
          condition: level,
          verdict: 'met',
          reason: 'level-reached',
          details: { level: 3, levels: 3, thresholdLevel: 2 },
        },
      } as const;
      const world = lookedAtCourse({ rule: level, award: { basis: earned }, records });
      await world.look();
      expect(await world.look()).to.not.have.any.keys('review', 'missing');
      Object.assign(world.records, { grades: { 'learner-1': [aGrade({ ...onScale, score: 1 })] } });
      const { review } = await world.look();
      expect(review).to.include({ state: 'open', kind: 'grade-fell' });
      expect(review?.now).to.have.nested.property('result.details.level', 1);
    });

    it('is there, then the LMS is not asked what else there is', async () => {
      const records = { grades: { 'learner-1': [aGrade({ score: 70 })] } };
      const world = lookedAtCourse({ rule: column, award: { basis }, records });
      await world.look();
      expect(world.deps.records.asked).to.deep.equal(['grades of all']);
    });

    it('is the tool’s own column, when it is gone in two looks, then a review is open', async () => {
      const world = lookedAtCourse({});
      world.lms.lineItem = undefined;
      expect((await world.look()).review).to.equal(undefined);
      expect((await world.look()).review).to.include({ state: 'open', kind: 'activity-gone' });
    });

    it('is a competency that the course no longer has, then a review is open after two looks', async () => {
      const rule: AwardRule = { kind: 'competency', item: { id: '1', name: 'Managing data' } };
      const proved = {
        kind: 'condition',
        verdict: 'met',
        result: { condition: rule, verdict: 'met', reason: 'competency-proficient', details: {} },
      } as const;
      const records = { ratings: {}, competencies: [{ id: '1', name: 'Managing data' }] };
      const world = lookedAtCourse({ rule, award: { basis: proved }, records });
      await world.look();
      expect(await world.look()).to.not.have.any.keys('review', 'missing');
      world.records.competencies = [];
      await world.look();
      expect((await world.look()).review?.kind).to.equal('activity-gone');
    });
  });
});
