import { expect } from 'chai';
import {
  fullForms,
  groups,
  readable,
  shown,
  startCourse,
  type CourseWeb,
  type Person,
} from './course-web.js';

describe('designing a micro-credential', () => {
  let web: CourseWeb;
  let teacher: Person;
  const enter = async (world: Parameters<typeof startCourse>[0]): Promise<void> => {
    web = await startCourse(world);
    teacher = await web.teacher();
  };
  afterEach(() => web.close());

  describe('from nothing', () => {
    beforeEach(() => enter({ microCredential: null }));
    const begin = () => teacher.submit('credential', {});

    it('a teacher, when nothing is designed, then is told what it is and what will be asked', async () => {
      const { status, text } = await teacher.get('credential');
      expect(status).to.equal(200);
      expect(text).to.contain('<title>Design a micro-credential – Acquis</title>');
      expect(readable(text)).to.contain('What learners know and can do').and.to.contain('Begin');
    });

    it('looking, when nobody pressed “Begin”, then makes no draft', async () => {
      await teacher.get('credential');
      await teacher.get('roster');
      await teacher.get('preview');
      expect(await web.services.microCredentials.ofLink('course-1', 'link-1')).to.equal(undefined);
    });

    it('a draft, when the teacher begins, then has title and quality assurance filled in already', async () => {
      const answer = await begin();
      expect(answer.status).to.equal(303);
      expect(answer.headers.get('Location')).to.equal(`${teacher.path}/credential/about`);
      expect(shown((await teacher.get('credential/about')).text, 'title')).to.equal('Data Literacy');
      expect(shown((await teacher.get('credential/participation')).text, 'qaBody')).to.equal('AEQES');
    });

    it('“Begin”, when it is pressed twice or by two teachers, then there is one draft', async () => {
      const other = await web.teacher({ person: { subject: 'teacher-2', name: 'Theo Teacher' } });
      await Promise.all([begin(), begin(), other.submit('credential', {})]);
      expect(await web.services.microCredentials.ofLink('course-1', 'link-1')).to.include({ revision: 1 });
    });

    it('everything, when each group is filled in, then is kept as typed and can be published', async () => {
      await begin();
      for (const group of groups) {
        const answer = await teacher.save(group, { ...fullForms[group], then: 'next' });
        const following = groups[groups.indexOf(group) + 1];
        expect(answer.headers.get('Location'), group).to.equal(
          `${teacher.path}/credential${following ? `/${following}` : '?done=saved'}`,
        );
        const { text } = await teacher.get(`credential/${group}`);
        for (const [name, value] of Object.entries(fullForms[group]))
          if (!name.endsWith('-id')) expect(shown(text, name), name).to.equal(value);
      }
      const answer = await teacher.publish();
      expect(answer.headers.get('Location')).to.equal(`${teacher.path}/credential?done=published`);
      expect((await web.kept()).versions[0]?.definition.rule).to.deep.equal({
        kind: 'any',
        of: [
          { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 },
          { kind: 'examiner-confirmation' },
        ],
      });
      const published = readable((await teacher.get('credential?done=published')).text);
      expect(published).to.contain('Version 1 is published.').and.to.contain('proved by “Final project”');
    });

    it('a group, when it is saved empty, then is kept as far as it goes: nothing is needed before publishing', async () => {
      await begin();
      for (const group of groups) {
        const empty = Object.fromEntries(Object.keys(fullForms[group]).map((name) => [name, '']));
        const answer = await teacher.save(group, { ...empty, language: 'en', then: 'overview' });
        expect(answer.headers.get('Location'), group).to.equal(`${teacher.path}/credential?done=saved`);
      }
      const page = readable((await teacher.get('credential?done=saved')).text);
      expect(page).to.contain('Saved.').and.to.contain('the form of participation');
      expect((await web.draft()).title).to.deep.equal({});
    });

    it('what is missing, when the overview is opened, then stands at its group in plain words', async () => {
      await begin();
      const { text } = await teacher.get('credential');
      const items = text.split('<li>').map(readable);
      const outcomes = items.find((item) => item.includes('Learning outcomes')) ?? '';
      expect(outcomes + items[items.indexOf(outcomes) + 1]).to.contain('at least one learning outcome');
      expect(readable(text)).to.contain('1 thing missing').and.to.contain('2 things missing');
    });

    it('publishing, when elements are missing, then is refused with the list in words and the way to each', async () => {
      await begin();
      const { status, text } = await teacher.publish();
      expect(status).to.equal(409);
      expect(text).to.contain('id="error-summary"').and.to.contain('<title>Error: ');
      const summary = readable(text.slice(text.indexOf('id="error-summary"'), text.indexOf('<h1')));
      for (const words of [
        'at least one learning outcome',
        'the workload (ECTS credits or hours)',
        'the level, or that no level applies',
        'at least one assessment',
        'the form of participation',
        'at least one way to show that a learner has passed',
      ])
        expect(summary).to.contain(words);
      for (const group of ['outcomes', 'level', 'assessments', 'participation', 'passing'])
        expect(text).to.contain(`href="${teacher.path}/credential/${group}"`);
      expect((await web.kept()).versions).to.deep.equal([]);
    });

    it('an outcome, when its assessment was removed, then is named by its number in the list', async () => {
      await begin();
      await teacher.save('assessments', fullForms.assessments);
      await teacher.save('outcomes', fullForms.outcomes);
      await teacher.save('assessments', {});
      expect(readable((await teacher.get('credential')).text)).to.contain(
        'another assessment for learning outcome 1: the chosen one was removed',
      );
    });

    it('a row, when one more is asked for, then the page leads to the empty row behind', async () => {
      await begin();
      const answer = await teacher.save('assessments', { ...fullForms.assessments, then: 'row' });
      expect(answer.headers.get('Location')).to.equal(
        `${teacher.path}/credential/assessments#assessment-1-name`,
      );
      expect(shown((await teacher.get('credential/assessments')).text, 'assessment-1-name')).to.equal('');
    });

    it('a row, when the one before it was removed, then gets an id of its own', async () => {
      await begin();
      const row = (number: number, id: string, name: string) => ({
        [`assessment-${number}-id`]: id,
        [`assessment-${number}-name`]: name,
      });
      await teacher.save('assessments', { ...row(0, '', 'One'), ...row(1, '', 'Two') });
      await teacher.save('assessments', {
        ...row(0, 'a1', ''),
        ...row(1, 'a2', 'Two'),
        ...row(2, '', 'New'),
      });
      const { assessments } = await web.draft();
      expect(assessments.map(({ name }) => name)).to.deep.equal(['Two', 'New']);
      expect(assessments[0]?.id).to.equal('a2');
      expect(assessments[1]?.id).not.to.be.oneOf(['a1', 'a2']);
    });

    it('the language, when it is corrected, then takes the texts of the outcomes along', async () => {
      await begin();
      await teacher.save('assessments', fullForms.assessments);
      await teacher.save('outcomes', fullForms.outcomes);
      await teacher.save('about', { language: 'fr', title: 'Culture des données' });
      expect((await web.draft()).outcomes[0]?.text).to.deep.equal({ fr: 'Judges the quality of a data set' });
    });

    it('a second language, when it is filled in, then title and description are kept in both and told so', async () => {
      await begin();
      await teacher.save('about', { ...fullForms.about, 'description-second': 'Lire et juger des données.' });
      const { title, description } = await web.draft();
      expect(title).to.deep.equal({ en: 'Data literacy', fr: 'Culture des données' });
      expect(description['fr']).to.equal('Lire et juger des données.');
      const { text } = await teacher.get('credential');
      expect(text).to.contain('<span lang="fr">Culture des données</span>');
    });

    it('a title like a degree’s, when it is saved, then there is advice, which stops nothing', async () => {
      await begin();
      await teacher.save('about', { ...fullForms.about, title: 'Master of data' });
      const text = readable((await teacher.get('credential')).text);
      expect(text).to.contain('“Master” in the title could be taken for a degree');
    });

    it('an assessment, when it proves nothing, then is named in the advice', async () => {
      await begin();
      await teacher.save('assessments', { ...fullForms.assessments, 'assessment-1-type': 'quiz' });
      const text = readable((await teacher.get('credential')).text);
      expect(text)
        .to.contain('“Final project” proves no learning outcome.')
        .and.to.contain('“Assessment 2” proves no learning outcome.');
    });

    it('a group, when its name is made up, then there is no such page', async () => {
      await begin();
      expect((await teacher.get('credential/nonsense')).status).to.equal(404);
      expect((await teacher.get('credential/__proto__')).status).to.equal(404);
    });

    it('a group, when nothing is designed yet, then there is no such page', async () => {
      expect((await teacher.get('credential/about')).status).to.equal(404);
    });
  });

  describe('where the institution may not award ECTS', () => {
    beforeEach(async () => {
      await enter({ microCredential: null, mayAwardEcts: false });
      await teacher.submit('credential', {});
    });

    it('ECTS, when the page is opened, then cannot be typed and the page says why', async () => {
      const { text } = await teacher.get('credential/level');
      expect(shown(text, 'ects')).to.equal(undefined);
      expect(readable(text)).to.contain(
        'Université de Test is not recorded as entitled to award ECTS credits',
      );
    });

    it('ECTS, when they are sent all the same, then publishing is refused and says why', async () => {
      await teacher.save('level', fullForms.level);
      const { status, text } = await teacher.publish();
      expect(status).to.equal(409);
      expect(readable(text)).to.contain(
        'a workload without ECTS credits: this institution is not entitled to award them',
      );
    });

    it('the form, when it is saved again, then the ECTS are gone', async () => {
      await teacher.save('level', fullForms.level);
      await teacher.save('level', { hours: '15', levelKind: 'eqf', eqf: '6' });
      expect((await web.draft()).workload).to.deep.equal({ ects: undefined, hours: 15 });
    });
  });

  describe('after publishing', () => {
    beforeEach(() => enter({}));

    it('a published version, when the teacher goes on, then stays frozen beside the next draft', async () => {
      const { text } = await teacher.get('credential');
      expect(readable(text)).to.contain('Published, version 1').and.to.contain('never changes');
      expect((await teacher.get('credential/about')).headers.get('Location')).to.equal(
        `${teacher.path}/credential`,
      );
      const before = (await web.kept()).versions[0];
      await teacher.submit('credential', {}, 'credential/next');
      await teacher.save('about', { ...fullForms.about, title: 'Changed' });
      const next = readable((await teacher.get('credential')).text);
      expect(next).to.contain('Draft of version 2').and.to.contain('Learners still see version 1');
      expect((await web.kept()).versions).to.deep.equal([before]);
      const preview = readable((await teacher.get('preview')).text);
      expect(preview).to.contain('Data literacy').and.not.to.contain('Changed');
    });

    it('the next version, when it is published, then is what learners see, and the first is as it was', async () => {
      const before = (await web.kept()).versions[0];
      await teacher.submit('credential', {}, 'credential/next');
      await teacher.save('about', { ...fullForms.about, title: 'Changed' });
      await teacher.publish();
      expect((await web.kept()).versions[0]).to.deep.equal(before);
      expect(readable((await teacher.get('preview')).text)).to.contain('Changed');
      expect(readable((await teacher.get('credential')).text)).to.contain(
        'Version 2 has been offered to learners since 24 November 2026.',
      );
    });

    it('“Start the next version”, when it is pressed twice, then there is one draft, and typing is not lost', async () => {
      await teacher.submit('credential', {}, 'credential/next');
      await teacher.save('about', { ...fullForms.about, title: 'Half an hour of work' });
      await teacher.submit('credential', {}, 'credential/next');
      expect((await web.draft()).title['en']).to.equal('Half an hour of work');
    });
  });
});
