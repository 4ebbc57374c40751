import { expect } from 'chai';
import type { CourseCheck } from '../../../src/domain/checks/course-check.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { now, readable, startCourse, type CourseWeb, type Person } from './course-web.js';

const id = 'check-of-micro-credential-1-1';
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const quiet: Partial<CourseCheck> = { lookedAt: minutes(-5), dueAt: minutes(3) };

describe('the checks on the list of learners', () => {
  let web: CourseWeb;
  let teacher: Person;
  afterEach(() => web.close());

  const enter = async (check?: Partial<CourseCheck>, locale = 'en', microCredential = aMicroCredential()) => {
    const lms = scriptedLms({ roster: [aRosterMember('learner-1')] });
    const checks = memoryChecks(...(check ? [aCheck({ id, ...check })] : []));
    web = await startCourse({ microCredential, services: { lms, checks } });
    teacher = await web.teacher({ locale });
  };
  const kept = (version = 1) => web.services.checks.of('micro-credential-1', version);

  const told: [string, Partial<CourseCheck> | undefined, string][] = [
    ['nobody has asked for one', undefined, 'Nobody has been checked yet.'],
    ['it is about to begin', { dueAt: minutes(-1) }, 'Nobody has been checked yet. A check is due now.'],
    [
      'nothing is wrong',
      quiet,
      'Everybody was last checked 5 minutes ago. The next check comes in 3 minutes.',
    ],
    [
      'it was a moment ago',
      { lookedAt: minutes(-0.5), dueAt: minutes(0.5) },
      'Everybody was last checked less than a minute ago. The next check comes in less than a minute.',
    ],
    [
      'the last is old',
      { lookedAt: minutes(-125), dueAt: minutes(235) },
      'Everybody was last checked 2 hours ago. A check is due now. The list below shows what the LMS says right now.',
    ],
    [
      'somebody works on it',
      { ...quiet, dueAt: minutes(-1), lease: { holder: 'other', until: minutes(1) } },
      'Everybody was last checked 5 minutes ago. A check is running now.',
    ],
    [
      'the LMS was away',
      { ...quiet, tries: 2, trouble: 'lms-unreachable' },
      'The last try did not succeed: The LMS did not answer. The next one comes in 3 minutes.',
    ],
    [
      'the LMS offers no list of grades',
      { ...quiet, trouble: 'lms-service-missing' },
      'Not everything could be done:',
    ],
    [
      'badges could not be written back',
      { ...quiet, trouble: 'not-written' },
      'Not everything could be done: Badges could not be written into the LMS’s gradebook. The next check comes in 3 minutes.',
    ],
    [
      'it has stopped',
      { ...quiet, state: 'stopped', tries: 10, trouble: 'lms-refused' },
      'Checks have stopped because the last 10 tries did not succeed:',
    ],
    [
      'Acquis itself failed',
      { ...quiet, tries: 1, trouble: 'unexpected' },
      'The last try did not succeed: Acquis met an error of its own.',
    ],
  ];
  for (const [when, check, words] of told) {
    it(`the page, when ${when}, then says so in words, in both languages`, async () => {
      await enter(check);
      expect(readable((await teacher.get('roster')).text)).to.contain(words);
      await web.close();
      await enter(check, 'fr');
      expect(readable((await teacher.get('roster')).text)).to.contain('Vérification automatique');
    });
  }

  it('“Check now”, when it is pressed, then the check is due, and the page says what to expect', async () => {
    await enter({ ...quiet, state: 'stopped', tries: 10, trouble: 'lms-refused' });
    const { text } = await teacher.get('roster');
    expect(text)
      .to.match(/<form method="post" action="[^"]*\/roster\/check">/)
      .and.to.contain('Check now');
    const pressed = await teacher.submit('roster', {}, 'roster/check');
    expect(pressed.status).to.equal(303);
    expect(pressed.headers.get('Location')).to.equal(`${teacher.path}/roster?done=check-asked`);
    expect(await kept()).to.deep.include({ state: 'waiting', tries: 0, dueAt: now });
    const after = readable((await teacher.get('roster?done=check-asked')).text);
    expect(after).to.contain('Everybody is being checked.').and.to.contain('A check is due now.');
  });

  it('“Check now”, when nobody has asked for a check before, then makes it', async () => {
    await enter();
    await teacher.submit('roster', {}, 'roster/check');
    expect(await kept()).to.deep.include({
      courseId: 'course-1',
      platformId: 'platform-1',
      version: 1,
      state: 'waiting',
      dueAt: now,
    });
  });

  it('a learner, when they send the form, then are refused and nothing is checked', async () => {
    await enter();
    const learner = await web.learner();
    expect((await learner.post('roster/check', {})).status).to.equal(403);
    expect(await kept()).to.equal(undefined);
  });

  it('a form without its token, when it is sent, then is refused', async () => {
    await enter();
    expect((await teacher.browser.send(`${teacher.path}/roster/check`, {})).status).to.equal(403);
    expect(await kept()).to.equal(undefined);
  });

  it('nothing published, when the list is opened, then nothing is said of checks, and none can be asked for', async () => {
    await enter(undefined, 'en', aMicroCredential({ versions: [] }));
    expect((await teacher.get('roster')).text).not.to.contain('Check now');
    expect((await teacher.post('roster/check', {})).status).to.equal(409);
  });

  it('an examiner’s decision, when it was recorded, then the check is due at once', async () => {
    await enter(quiet);
    const fields = {
      subject: 'learner-1',
      version: '1',
      confirmed: 'yes',
      reason: 'Oral examination, passed.',
    };
    expect((await teacher.submit('roster', fields, 'roster/confirm')).status).to.equal(303);
    expect(await kept()).to.deep.include({ dueAt: now });
  });

  it('a version, when it is published, then its check is due at once', async () => {
    const draft = { definition: aVersion().definition, changedAt: now, changedBy: 'teacher-1' };
    await enter(undefined, 'en', aMicroCredential({ draft }));
    expect((await teacher.publish()).status).to.equal(303);
    expect(await kept(2)).to.deep.include({ state: 'waiting', dueAt: now });
  });
});
