import { expect } from 'chai';
import { Problem } from '../../../src/shared/problem.js';
import { anAward } from '../../support/builders/an-award.js';
import {
  agreed,
  basis,
  graded,
  score,
  startClaim,
  unnamed,
  type ClaimWorld,
  type Given,
} from './claim-world.js';
import { readable, shown, type Person } from './course-web.js';

describe('claiming', function () {
  this.timeout(60_000);
  let world: ClaimWorld;
  let learner: Person;
  const enter = async (given: Given = {}): Promise<void> => {
    world = await startClaim(given);
    ({ learner } = world);
  };
  afterEach(() => world.web.close());

  describe('the page', () => {
    it('when the LMS told who the learner is, then shows it to check and asks for nothing but consent', async () => {
      await enter();
      const { status, text } = await learner.get('claim');
      expect(status).to.equal(200);
      expect(readable(text)).to.contain('Name Ada Learner E-mail ada@example.org');
      expect(readable(text)).to.contain('Université de Test keeps my name and e-mail');
      for (const name of ['name', 'email', 'carryGrade']) expect(shown(text, name)).to.equal(undefined);
      expect(shown(text, 'consent')).to.equal('');
    });

    it('when the LMS told nothing, then asks for name and e-mail', async () => {
      await enter({ launch: unnamed });
      const { text } = await learner.get('claim');
      expect(shown(text, 'name')).to.equal('');
      expect(shown(text, 'email')).to.equal('');
      expect(text).to.contain('autocomplete="name"').and.to.contain('autocomplete="email"');
    });

    it('when the LMS told an address that is none, then asks for it', async () => {
      await enter({ launch: { person: { subject: 'learner-1', name: 'Ada', email: 'ada' } } });
      const { text } = await learner.get('claim');
      expect(shown(text, 'name')).to.equal(undefined);
      expect(shown(text, 'email')).to.equal('');
    });

    it('when there is a grade that may be carried, then asks whether it is, and ticks nothing', async () => {
      await enter({ definition: { rule: score }, script: graded, awards: [anAward({ basis })] });
      const { text } = await learner.get('claim');
      expect(readable(text)).to.contain('Show my grade in the badge: 15.5 of 20');
      expect(shown(text, 'carryGrade')).to.equal('');
    });

    it('when the grade changed since the offer, then shows the one that would be carried', async () => {
      const results = [{ subject: 'learner-1', score: 18, maximum: 20 }];
      const given = { definition: { rule: score }, awards: [anAward({ basis })] };
      await enter({ ...given, script: { ...graded, results } });
      expect(readable((await learner.get('claim')).text)).to.contain('in the badge: 18 of 20');
      await learner.submit('claim', { ...agreed, carryGrade: 'yes' });
      expect((await world.firstAward())?.grade).to.deep.equal({ score: 18, maximum: 20 });
      expect(readable((await learner.get('award')).text)).to.contain('It carries your grade: 18 of 20.');
    });

    it('when the LMS is away, then shows the grade that the offer was made for, and says so', async () => {
      const script = { lineItem: new Problem('lms-unreachable') };
      await enter({ definition: { rule: score }, script, awards: [anAward({ basis })] });
      expect(readable((await learner.get('claim')).text))
        .to.contain('in the badge: 15.5 of 20')
        .and.to.contain('Your learning platform could not be asked for your grade just now.')
        .and.to.contain('what it told when the micro-credential was offered to you');
    });

    it('when the teacher does not allow it, then the grade is not asked about', async () => {
      const definition = { rule: score, gradeMayBeCarried: false };
      await enter({ definition, script: graded, awards: [anAward({ basis })] });
      expect(shown((await learner.get('claim')).text, 'carryGrade')).to.equal(undefined);
    });

    it('when nothing was offered, then leads to the progress', async () => {
      await enter({ awards: [] });
      expect((await learner.get('claim')).headers.get('Location')).to.equal(`${learner.path}/progress`);
    });

    it('when somebody else’s offer is there, then it is not this learner’s, whatever is sent', async () => {
      await enter({ awards: [anAward({ subject: 'learner-2' })] });
      await world.web.confirm('learner-1', false);
      expect((await learner.get('claim')).headers.get('Location')).to.equal(`${learner.path}/progress`);
      const answer = await learner.post('claim', agreed);
      expect(answer.headers.get('Location')).to.equal(`${learner.path}/progress`);
      expect(await world.awards()).to.have.length(1);
      expect(await world.firstAward()).to.include({ subject: 'learner-2', state: 'offered' });
    });
  });

  describe('one click', () => {
    it('when the learner agreed, then it is issued and the page leads to it', async () => {
      await enter();
      const answer = await learner.submit('claim', agreed);
      expect(answer.status).to.equal(303);
      expect(answer.headers.get('Location')).to.equal(`${learner.path}/award`);
      const award = await world.firstAward();
      expect(award?.state).to.equal('issued');
      expect(award?.recipient).to.include({ name: 'Ada Learner', nameFrom: 'lms', emailFrom: 'lms' });
    });

    it('when another name is sent than the LMS told, then the LMS’s word stands', async () => {
      await enter();
      await learner.submit('claim', { ...agreed, name: 'Somebody Else', email: 'else@example.org' });
      expect((await world.firstAward())?.recipient).to.include({
        name: 'Ada Learner',
        email: 'ada@example.org',
      });
    });

    it('when the learner typed name and e-mail, then they are kept as stated by the learner', async () => {
      await enter({ launch: unnamed });
      await learner.submit('claim', { ...agreed, name: ' Ada L. ', email: 'ada@home.example' });
      expect((await world.firstAward())?.recipient).to.include({
        name: 'Ada L.',
        email: 'ada@home.example',
        nameFrom: 'learner',
        emailFrom: 'learner',
      });
    });

    it('when the learner wants the grade in it, then it is carried; otherwise it is not', async () => {
      const given = { definition: { rule: score }, script: graded, awards: [anAward({ basis })] };
      await enter(given);
      await learner.submit('claim', { ...agreed, carryGrade: 'yes' });
      expect((await world.firstAward())?.grade).to.deep.equal({ score: 15.5, maximum: 20 });
      await world.web.close();
      await enter(given);
      await learner.submit('claim', agreed);
      expect((await world.firstAward())?.grade).to.equal(undefined);
    });

    it('when the grade may not be carried but is asked for, then it is not carried', async () => {
      const definition = { rule: score, gradeMayBeCarried: false };
      await enter({ definition, script: graded, awards: [anAward({ basis })] });
      await learner.submit('claim', { ...agreed, carryGrade: 'yes' });
      expect((await world.firstAward())?.state).to.equal('issued');
      expect((await world.firstAward())?.grade).to.equal(undefined);
    });

    it('when it is a double click, then there is one award, and both lead to it', async () => {
      await enter();
      const form = (await learner.get('claim')).text;
      const click = () =>
        learner.browser.send(`${learner.path}/claim`, { ...agreed, _form: shown(form, '_form') ?? '' });
      const answers = await Promise.all([click(), click(), click()]);
      for (const { headers } of answers) expect(headers.get('Location')).to.equal(`${learner.path}/award`);
      expect(await world.awards()).to.have.length(1);
      expect((await world.firstAward())?.history.filter(({ what }) => what === 'issued')).to.have.length(1);
    });

    it('when it comes from two tabs, then there is one award', async () => {
      await enter();
      const tab = await world.web.learner();
      await Promise.all([learner.submit('claim', agreed), tab.submit('claim', agreed)]);
      expect(await world.awards()).to.have.length(1);
      expect((await tab.get('claim')).headers.get('Location')).to.equal(`${tab.path}/award`);
    });

    it('when the learner goes back afterwards, then the page leads to the award and is kept nowhere', async () => {
      await enter();
      const page = await learner.get('claim');
      expect(page.headers.get('Cache-Control')).to.equal('no-store');
      await learner.submit('claim', agreed);
      expect((await learner.get('claim')).headers.get('Location')).to.equal(`${learner.path}/award`);
      expect((await learner.get('progress')).headers.get('Location')).to.equal(`${learner.path}/award`);
    });

    it('when the next version is published meanwhile, then the one that was offered is issued', async () => {
      await enter();
      await learner.get('claim');
      const teacher = await world.web.teacher();
      await teacher.submit('credential', {}, 'credential/next');
      await teacher.save('about', { language: 'en', title: 'Second' });
      await teacher.publish();
      expect((await world.web.kept()).versions).to.have.length(2);
      await learner.submit('claim', agreed);
      expect(await world.firstAward()).to.include({ state: 'issued', version: 1 });
      expect(readable((await learner.get('award')).text)).to.contain('Data literacy');
    });
  });
});
