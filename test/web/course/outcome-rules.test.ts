/** Rules that learning outcomes have of their own: how a teacher chooses them, and what learners and teachers are told. */
import { expect } from 'chai';
import { meetsRule } from '../../../src/domain/evidence/meets-rule.js';
import { ruleOf } from '../../../src/domain/micro-credentials/rule-of.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { now, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';
import { byOutcome, outcomeCourse } from './pages-with-outcomes.js';

describe('what proves each learning outcome', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());
  const see = async (page: string): Promise<string> => readable((await teacher.get(page)).text);

  describe('chosen by a teacher', () => {
    beforeEach(async () => {
      const definition = { ...byOutcome, rule: { kind: 'examiner-confirmation' as const } };
      const outcomes = definition.outcomes.map(({ provenBy: _own, ...one }) => one);
      const draft = { definition: { ...definition, outcomes }, changedAt: now, changedBy: 'teacher-1' };
      web = await startCourse({ microCredential: aMicroCredential({ versions: [], draft }) });
      teacher = await web.teacher();
    });
    const provenBy = async () => (await web.draft()).outcomes.map((one) => one.provenBy);

    it('the page of passing, when no outcome has a rule, then says that the whole proves each, and leads to each', async () => {
      const { text } = await teacher.get('credential/passing');
      expect(text.match(/By what counts for the whole/g)).to.have.length(3);
      expect(text).to.contain(`href="${teacher.path}/credential/passing/o2"`);
    });

    it('conditions, when they are saved for one outcome, then they are its own, and nothing else is changed', async () => {
      const before = await web.draft();
      const saved = await teacher.save('passing/o2', {
        combine: 'any',
        useExaminer: 'yes',
        useScore: 'yes',
        scoreLink: 'link-1',
        threshold: '50',
      });
      expect(saved.status).to.equal(303);
      expect(await provenBy()).to.deep.equal([
        undefined,
        {
          kind: 'any',
          of: [
            { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 },
            { kind: 'examiner-confirmation' },
          ],
        },
        undefined,
      ]);
      expect((await web.draft()).rule).to.deep.equal(before.rule);
      const back = (await teacher.browser.get(saved.headers.get('Location') ?? '')).text;
      expect(back).to.contain('What proves the learning outcome was saved.');
      expect(readable(back)).to.contain('Its own conditions');
      expect(back.match(/By what counts for the whole/g)).to.have.length(2);
    });

    it('conditions, when they are taken out again, then the whole proves the outcome', async () => {
      await teacher.save('passing/o1', { combine: 'all', useExaminer: 'yes' });
      expect((await provenBy())[0]).to.deep.equal({ kind: 'all', of: [{ kind: 'examiner-confirmation' }] });
      expect(shown((await teacher.get('credential/passing/o1')).text, 'useExaminer')).to.equal('yes');
      await teacher.save('passing/o1', { combine: 'all' });
      expect(await provenBy()).to.deep.equal([undefined, undefined, undefined]);
    });

    it('a threshold, when it cannot be read, then the page comes back with what was typed', async () => {
      const answer = await teacher.save('passing/o1', { useScore: 'yes', threshold: 'half', combine: 'all' });
      expect(answer.status).to.equal(422);
      expect(shown(answer.text, 'threshold')).to.equal('half');
      expect(answer.text).to.contain('What proves learning outcome 1');
      expect(await provenBy()).to.deep.equal([undefined, undefined, undefined]);
    });

    it('the texts of outcomes, when they are saved, then what proves them stays', async () => {
      await teacher.save('passing/o1', { combine: 'all', useExaminer: 'yes' });
      const { text } = await teacher.get('credential/outcomes');
      await teacher.save('outcomes', {
        'outcome-0-id': shown(text, 'outcome-0-id') ?? '',
        'outcome-0-text': 'Judges data sets',
        'outcome-0-assessment': 'a1',
      });
      const [outcome] = (await web.draft()).outcomes;
      expect(outcome?.text['en']).to.equal('Judges data sets');
      expect(outcome?.provenBy).to.deep.equal({ kind: 'all', of: [{ kind: 'examiner-confirmation' }] });
    });

    it('an outcome, when it is not there, then the page of passing comes instead', async () => {
      const answer = await teacher.get('credential/passing/o9');
      expect(answer.status).to.equal(303);
      expect(answer.headers.get('Location')).to.equal(`${teacher.path}/credential/passing`);
    });

    it('the rule for the whole, when it is taken out, then each outcome that nothing proves is named, with its page', async () => {
      await teacher.save('passing/o1', { combine: 'all', useExaminer: 'yes' });
      await teacher.save('passing', { combine: 'all' });
      const { text } = await teacher.get('credential');
      expect(readable(text)).to.contain('what proves learning outcome 2').and.to.contain('outcome 3');
      const refused = await teacher.publish();
      expect(refused.status).to.equal(409);
      expect(refused.text).to.contain(`href="${teacher.path}/credential/passing/o2"`);
      await teacher.save('passing/o2', { combine: 'all', useExaminer: 'yes' });
      await teacher.save('passing/o3', { combine: 'all', useExaminer: 'yes' });
      expect((await teacher.publish()).status).to.equal(303);
      const [published] = (await web.kept()).versions;
      expect(published?.definition.rule).to.equal(undefined);
      expect(published?.definition.outcomes[1]?.provenBy).to.deep.equal({
        kind: 'all',
        of: [{ kind: 'examiner-confirmation' }],
      });
    });

    it('what somebody else saved meanwhile, when an outcome is saved, then is not overwritten', async () => {
      const revision = shown((await teacher.get('credential/passing/o1')).text, 'revision') ?? '';
      await teacher.save('passing/o1', { combine: 'all', useExaminer: 'yes' });
      const late = await teacher.post('credential/passing/o1', { revision, combine: 'all' });
      expect(late.status).to.equal(409);
      expect((await provenBy())[0]).not.to.equal(undefined);
    });
  });

  describe('told to those who are in the course', () => {
    it('the learner, when an outcome is shown, another is not and the whole is open, then sees each with its reasons', async () => {
      web = await outcomeCourse();
      const learner = await web.learner();
      const text = readable((await learner.get('progress')).text);
      expect(text).to.contain(
        'You need to show each of these learning outcomes, and to meet what is asked for',
      );
      expect(text).to.match(/Judges the quality of a data set Shown .*Managing data.* Met/);
      expect(text).to.match(/Presents data honestly Not shown yet One of these is enough\. .*Not met yet/);
      expect(text).to.match(
        /Discute des limites des données Not shown yet What is asked for the whole shows it\. For the whole/,
      );
      expect(text).to.contain('Your grade is 11 of 100');
    });

    it('the learner, when the LMS says nothing of a competency, then the outcome could not be checked', async () => {
      web = await outcomeCourse();
      const learner = await web.learner({ person: { subject: 'learner-2' } });
      const text = readable((await learner.get('progress')).text);
      expect(text).to.match(/Judges the quality of a data set Could not be checked/);
      expect(text).to.match(/Presents data honestly Shown One of these is enough/);
    });

    it('the preview, when it is opened, then groups without anybody’s results', async () => {
      web = await outcomeCourse();
      teacher = await web.teacher();
      const text = await see('preview');
      expect(text)
        .to.contain('For the whole')
        .and.to.contain('Presents data honestly One of these is enough');
      expect(text).not.to.contain('Not shown yet');
    });

    it('the list of learners, when it is opened, then says of each outcome how it stands and why', async () => {
      web = await outcomeCourse();
      teacher = await web.teacher();
      for (const page of ['roster', 'credential/dry-run']) {
        const text = await see(page);
        expect(text, page).to.contain('Judges the quality of a data set (proven)');
        expect(text, page).to.contain('Presents data honestly (not proven yet), one of these:');
        expect(text, page).to.contain('Judges the quality of a data set (could not be checked)');
      }
      const file = (await teacher.get('roster/learners.csv')).text;
      expect(file)
        .to.contain('Presents data honestly: ')
        .and.not.to.contain('Judges the quality of a data set: Rated');
    });

    it('the overview, when it is opened, then tells the conditions under each outcome', async () => {
      web = await outcomeCourse();
      teacher = await web.teacher();
      const text = await see('credential');
      expect(text.slice(text.indexOf('All of these:'))).to.match(
        /Presents data honestly · One of these: · .*Final assignment.*Evaluating data/,
      );
    });

    it('a review, when a competency is no longer rated, then says which outcome it proved', async () => {
      const at = new Date('2026-11-20T08:00:00Z');
      const rating = (itemId: string, told: 'proficient' | 'not-proficient') =>
        ({ kind: 'competency', itemId, rating: told, at, observedAt: at }) as const;
      const confirmed = { kind: 'examiner-confirmation', confirmed: true, at } as const;
      const rule = ruleOf(byOutcome);
      const before = meetsRule(rule, [rating('1', 'proficient'), rating('2', 'proficient'), confirmed]);
      const after = meetsRule(rule, [rating('1', 'not-proficient'), rating('2', 'proficient'), confirmed]);
      web = await outcomeCourse([
        anIssuedAward({
          id: 'award-0000000000000001',
          subject: 'learner-1',
          basis: before,
          claimBasis: before,
          review: {
            state: 'open',
            kind: 'no-longer-holds',
            since: now,
            changes: [{ place: 0, told: '' }],
            now: after,
          },
        }),
      ]);
      teacher = await web.teacher();
      const { text } = await teacher.get('roster/review/award-0000000000000001');
      expect(readable(text)).to.match(/Managing data.{0,20} Judges the quality of a data set Changed/i);
    });
  });
});
