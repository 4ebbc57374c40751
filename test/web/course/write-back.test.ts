import { expect } from 'chai';
import { aCheck } from '../../support/builders/a-check.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { scriptedLms, type LmsScript } from '../../support/memory/scripted-lms.js';
import { Problem } from '../../../src/shared/problem.js';
import { readable, startCourse, type CourseWeb, type Person } from './course-web.js';

const page = 'credential/write-back';
const scopes = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
];
const ownColumn = { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 50 } as const;

describe('badges in the gradebook, for the teacher', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (
    world: {
      version?: Parameters<typeof aVersion>[0];
      gradeScopes?: string[];
      lms?: LmsScript;
      locale?: string;
    } = {},
  ): Promise<void> => {
    const { version = {}, gradeScopes = scopes, lms = {}, locale = 'en' } = world;
    const courses = memoryCourses(aCourse({ gradeScopes }));
    web = await startCourse({
      microCredential: aMicroCredential({ versions: [aVersion(version)] }),
      services: { courses, lms: scriptedLms(lms) },
    });
    teacher = await web.teacher({ locale, gradeScopes });
  };
  const told = async (): Promise<string> => readable((await teacher.get(page)).text);
  const want = (wanted: string) => teacher.submit(page, { wanted });
  const news = async (wanted: string): Promise<string> => {
    const { headers } = await want(wanted);
    return readable((await teacher.browser.get(headers.get('Location') ?? '')).text);
  };

  it('the page, when it is opened, then says what is written, that it enters the course total, and that nothing is on', async () => {
    await enter();
    expect(await told())
      .to.contain('The column enters the course total unless you exclude it in the LMS.')
      .and.to.contain('Write badges into the gradebook')
      .and.not.to.contain('On since');
    expect(readable((await teacher.get('credential')).text))
      .to.contain('Badges in the gradebook')
      .and.not.to.contain('(on)');
  });

  it('it, when it is turned on and off, then is kept, the column is made, and the course is looked at', async () => {
    await enter();
    expect(await news('yes')).to.contain('Badges are written into the gradebook from now on');
    expect(await told()).to.contain('On since 24 November 2026.');
    expect((await web.kept()).writeBack).to.include({ isOn: true, changedBy: 'teacher-1' });
    const course = await web.services.courses.byId('course-1');
    expect(course?.links[0]?.lineItemUrl).to.equal('https://moodle.example.org/lineitems/1');
    expect(await web.services.checks.of('micro-credential-1', 1)).to.not.equal(undefined);
    expect(await news('no')).to.contain('No more badges are written into the gradebook.');
    expect(await told()).to.contain('Off since 24 November 2026. What was written stays in the gradebook.');
  });

  it('it, when it is turned on while checks have stopped, then what was claimed before is written soon all the same', async () => {
    await enter();
    const stopped = aCheck({ state: 'stopped', tries: 10, trouble: 'lms-refused' });
    web.services.checks = memoryChecks(stopped);
    expect(await news('yes')).to.contain('written by the next check, which begins within a minute');
    expect(await web.services.checks.of('micro-credential-1', 1)).to.include({ state: 'waiting', tries: 0 });
  });

  it('a rule that asks for a grade in this column, when it is published, then nothing can be written into it', async () => {
    await enter({ version: { rule: ownColumn } });
    expect(await told()).to.contain('a grade in this column counts as proof of passing');
    const answer = await teacher.post(page, { wanted: 'yes' });
    expect(answer.status).to.equal(409);
    expect((await web.kept()).writeBack).to.equal(undefined);
  });

  it('a rule that asks for this column of the gradebook, when badges are wanted in it, then nothing can be written into it', async () => {
    const url = 'https://moodle.example.org/mod/lti/services.php/2/lineitems/6/lineitem?type_id=1';
    const asking = {
      kind: 'activity-grade',
      item: { id: '6', name: 'Badge' },
      thresholdPercent: 50,
    } as const;
    await enter({
      version: { rule: { kind: 'any', of: [{ kind: 'examiner-confirmation' }, asking] } },
      lms: { lineItem: { url, maximum: 100, label: 'Badge' } },
    });
    expect((await teacher.post(page, { wanted: 'yes' })).status).to.equal(409);
    expect((await web.kept()).writeBack).to.equal(undefined);
    expect(await told()).to.contain('a grade in this column counts as proof of passing');
  });

  it('a column that badges were written into, when a later draft asks for a grade in it, then it cannot be published', async () => {
    await enter();
    await want('yes');
    await want('no');
    await teacher.submit('credential', {}, 'credential/next');
    await teacher.save('passing', { useScore: 'yes', threshold: '50', useExaminer: '' });
    const { text, status } = await teacher.publish();
    expect(status).to.equal(409);
    expect(readable(text)).to.contain('so that a grade there proves nothing');
    expect((await web.kept()).versions).to.have.length(1);
  });

  it('an LMS that takes no scores, or makes no column, when it is wanted, then the page says why and nothing is on', async () => {
    await enter({ gradeScopes: [] });
    expect(await told()).to.contain('the LMS does not let Acquis write grades');
    await web.close();
    await enter({ lms: { lineItem: new Problem('lms-unreachable') } });
    const { text, status } = await want('yes');
    expect(status).to.equal(409);
    expect(readable(text)).to.contain('The column could not be made, so nothing was changed:');
    expect((await web.kept()).writeBack).to.equal(undefined);
  });

  it('a learner, when the page is asked for or posted to, then is refused', async () => {
    await enter();
    const learner = await web.learner();
    expect((await learner.get(page)).status).to.equal(403);
    expect((await learner.post(page, { wanted: 'yes' })).status).to.equal(403);
  });

  it('the page, when it is read in French, then every sentence is there', async () => {
    await enter({ locale: 'fr' });
    expect(await told()).to.contain('Inscrire les badges dans le carnet de notes');
  });
});
