import { expect } from 'chai';
import { fullForms, readable, shown, startCourse, type CourseWeb, type Person } from './course-web.js';

describe('two teachers, or one in two tabs', () => {
  let web: CourseWeb;
  let one: Person;
  let two: Person;
  const enter = async (world: Parameters<typeof startCourse>[0]): Promise<void> => {
    web = await startCourse(world);
    one = await web.teacher();
    two = await web.teacher({ person: { subject: 'teacher-2', name: 'Theo Teacher' } });
  };
  afterEach(() => web.close());
  const revisionOf = async (teacher: Person, group: string): Promise<string> =>
    shown((await teacher.get(`credential/${group}`)).text, 'revision') ?? '';

  describe('in a draft', () => {
    beforeEach(async () => {
      await enter({ microCredential: null });
      await one.submit('credential', {});
    });

    it('a save, when somebody else saved meanwhile, then overwrites nothing and shows both texts', async () => {
      const revision = await revisionOf(one, 'about');
      await two.save('about', { ...fullForms.about, title: 'Theirs' });
      const fields = { ...fullForms.about, title: 'Mine', revision };
      const { status, text } = await one.submit('credential/about', fields);
      expect(status).to.equal(409);
      expect(shown(text, 'title')).to.equal('Mine');
      expect(readable(text)).to.contain('It was saved meanwhile, in another window or by somebody else');
      expect(readable(text)).to.contain('Saved meanwhile: Theirs');
      expect((await web.draft()).title['en']).to.equal('Theirs');
      const again = await one.submit('credential/about', {
        ...fields,
        revision: shown(text, 'revision') ?? '',
      });
      expect(again.status).to.equal(303);
      expect((await web.draft()).title['en']).to.equal('Mine');
    });

    it('a save in another group, when somebody else saved meanwhile, then is told as well and loses nothing', async () => {
      const revision = await revisionOf(one, 'level');
      await two.save('about', { ...fullForms.about, title: 'Theirs' });
      const { status, text } = await one.submit('credential/level', { ...fullForms.level, revision });
      expect(status).to.equal(409);
      expect(shown(text, 'hours')).to.equal('15');
      const again = await one.submit('credential/level', {
        ...fullForms.level,
        revision: shown(text, 'revision') ?? '',
      });
      expect(again.status).to.equal(303);
      expect((await web.draft()).workload.hours).to.equal(15);
      expect((await web.draft()).title['en']).to.equal('Theirs');
    });

    it('what somebody else saved in a part that is folded away, when it differs, then the part is open', async () => {
      const revision = await revisionOf(one, 'about');
      await two.save('about', fullForms.about);
      const { text } = await one.submit('credential/about', {
        language: 'en',
        title: 'Mine',
        secondLanguage: '',
        revision,
      });
      const second = text.slice(text.indexOf('second language') - 100);
      expect(second.slice(0, 100)).to.contain('<details class="form-fold" open>');
      expect(readable(text)).to.contain('Saved meanwhile: Culture des données');
    });

    it('a row that somebody else added, when a save is late, then stands below its empty field', async () => {
      await one.save('assessments', fullForms.assessments);
      const revision = await revisionOf(one, 'assessments');
      await two.save('assessments', {
        ...fullForms.assessments,
        'assessment-0-id': 'a1',
        'assessment-1-name': 'Oral',
      });
      const { text } = await one.submit('credential/assessments', {
        ...fullForms.assessments,
        'assessment-0-id': 'a1',
        'assessment-0-name': 'Mine',
        revision,
      });
      expect(shown(text, 'assessment-0-name')).to.equal('Mine');
      expect(shown(text, 'assessment-1-name')).to.equal('');
      expect(readable(text)).to.contain('Saved meanwhile: Oral');
    });

    it('a revision that is none, when it is sent, then nothing is overwritten', async () => {
      for (const revision of ['', 'x', '-1', '1e9']) {
        const { status } = await one.submit('credential/about', { ...fullForms.about, revision });
        expect(status, revision).to.equal(409);
      }
      expect((await web.draft()).title['en']).to.equal('Data Literacy');
    });
  });

  describe('about to publish', () => {
    beforeEach(async () => {
      await enter({});
      await one.submit('credential', {}, 'credential/next');
    });
    const publishFrom = (teacher: Person, revision: string) =>
      teacher.submit('credential', { revision }, 'credential/publish');
    const overviewRevision = async (teacher: Person) =>
      shown((await teacher.get('credential')).text, 'revision') ?? '';

    it('publishing, when the draft was changed meanwhile, then publishes nothing unread and shows the draft as it is', async () => {
      const revision = await overviewRevision(one);
      await two.save('about', { ...fullForms.about, title: 'Theirs' });
      const { status, text } = await publishFrom(one, revision);
      expect(status).to.equal(409);
      expect(readable(text)).to.contain('Nothing was published: the draft was changed meanwhile');
      expect(readable(text)).to.contain('Theirs');
      expect((await web.kept()).versions).to.have.length(1);
      const again = await publishFrom(one, shown(text, 'revision') ?? '');
      expect(again.headers.get('Location')).to.contain('done=published');
      expect((await web.kept()).versions).to.have.length(2);
    });

    it('publishing, when it is clicked twice, then there is one version and no error', async () => {
      const revision = await overviewRevision(one);
      const answers = await Promise.all([publishFrom(one, revision), publishFrom(one, revision)]);
      expect(answers.map(({ headers }) => headers.get('Location'))).to.deep.equal([
        `${one.path}/credential?done=published`,
        `${one.path}/credential?done=published`,
      ]);
      expect((await web.kept()).versions.map(({ number }) => number)).to.deep.equal([1, 2]);
    });

    it('a save, when everything was published meanwhile, then loses nothing: saving again begins the next version', async () => {
      const form = (await one.get('credential/about')).text;
      await two.publish();
      const saveFrom = (page: string) =>
        one.browser.send(`${one.path}/credential/about`, {
          ...fullForms.about,
          title: 'Half an hour of work',
          revision: shown(page, 'revision') ?? '',
          _form: shown(page, '_form') ?? '',
        });
      const { status, text } = await saveFrom(form);
      expect(status).to.equal(409);
      expect(shown(text, 'title')).to.equal('Half an hour of work');
      expect(readable(text)).to.contain('Version 2 was published meanwhile').and.to.contain('version 3');
      expect((await web.kept()).draft).to.equal(undefined);
      expect((await saveFrom(text)).status).to.equal(303);
      expect((await web.draft()).title['en']).to.equal('Half an hour of work');
      const titles = (await web.kept()).versions.map(({ definition }) => definition.title['en']);
      expect(titles).to.deep.equal(['Data literacy', 'Data literacy']);
    });

    it('the next version, when both begin it by saving, then the second is told and overwrites nothing', async () => {
      await two.publish();
      const { revision } = await web.kept();
      const form = shown((await one.get('credential')).text, '_form') ?? '';
      const sendOf = (title: string) =>
        one.browser.send(`${one.path}/credential/about`, {
          ...fullForms.about,
          title,
          revision: String(revision),
          _form: form,
        });
      const answers = [await sendOf('First'), await sendOf('Second')];
      expect(answers.map(({ status }) => status)).to.deep.equal([303, 409]);
      expect((await web.draft()).title['en']).to.equal('First');
    });
  });
});
