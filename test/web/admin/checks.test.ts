import { expect } from 'chai';
import type { CourseCheck } from '../../../src/domain/checks/course-check.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { readable } from '../course/course-web.js';
import type { TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { signedInAdministrator } from './admin-forms.js';

const now = new Date('2026-11-24T10:00:00Z');
const stopped = (overrides: Partial<CourseCheck> = {}): CourseCheck =>
  aCheck({
    state: 'stopped',
    tries: 10,
    trouble: 'lms-refused',
    dueAt: new Date('2026-11-23T05:30:00Z'),
    lookedAt: new Date('2026-11-22T21:00:00Z'),
    ...overrides,
  });

describe('checks that have stopped, for the administrator', () => {
  let web: WebHarness;
  let admin: TestBrowser;
  afterEach(() => web.close());

  const enter = async (...checks: CourseCheck[]): Promise<void> => {
    web = await startWeb({
      checks: memoryChecks(...checks),
      courses: memoryCourses(aCourse(), aCourse({ id: 'course-2', contextId: '3', title: '<b>Writing</b>' })),
      platforms: memoryPlatforms(aPlatform()),
      microCredentials: memoryMicroCredentials(aMicroCredential()),
      clock: () => now,
    });
    admin = await signedInAdministrator(web);
  };
  const second = (): CourseCheck =>
    stopped({ id: 'check-2', microCredentialId: 'gone', courseId: 'course-2', trouble: 'unexpected' });
  const states = async (): Promise<string[]> =>
    (await Promise.all(['course-1', 'course-2'].map((id) => web.services.checks.ofCourse(id))))
      .flat()
      .map(({ state }) => state);

  it('a check that has stopped, when the list is opened, then tells course, platform and reason in words', async () => {
    await enter(stopped(), aCheck({ id: 'check-3', courseId: 'course-3' }));
    const { status, text } = await admin.get('/admin/checks');
    expect(status).to.equal(200);
    expect(readable(text))
      .to.contain('Data Literacy Moodle of the faculty Micro-credential “Data literacy”, version 1')
      .and.to.contain('Reason: The LMS')
      .and.to.contain('Stopped on 23 November 2026 at 05:30 UTC')
      .and.to.contain('last checked on 22 November 2026 at 21:00 UTC');
    expect(text.split('/run-again"')).to.have.length(2);
    expect(text).to.contain('href="/admin/platforms/platform-1"');
  });

  it('a check of something that is gone, when the list is opened, then is there, and hostile names are text', async () => {
    await enter(
      second(),
      stopped({ id: 'check-4', courseId: 'gone', platformId: 'gone', lookedAt: undefined }),
    );
    const { text } = await admin.get('/admin/checks');
    expect(text).to.contain('&lt;b&gt;Writing').and.not.to.contain('<b>Writing');
    expect(readable(text))
      .to.contain('Acquis met an error of its own')
      .and.to.contain('A course that is not there any more')
      .and.to.contain('No check has succeeded before.');
  });

  it('“Run again”, when it is pressed, then that check is due, and the other stays', async () => {
    await enter(stopped(), second());
    const { status, headers } = await admin.submit('/admin/checks', {}, '/admin/checks/check-1/run-again');
    expect(status).to.equal(303);
    expect(await states()).to.deep.equal(['waiting', 'stopped']);
    const [check] = await web.services.checks.ofCourse('course-1');
    expect(check).to.deep.include({ tries: 0, dueAt: now, trouble: undefined });
    const after = readable((await admin.get(headers.get('Location') ?? '')).text);
    expect(after).to.contain('checked again within seconds').and.not.to.contain('Data Literacy');
  });

  it('“Run all of them again”, when it is pressed, then all are due; with one there is no such button', async () => {
    await enter(stopped(), second());
    await admin.submit('/admin/checks', {}, '/admin/checks/run-again');
    expect(await states()).to.deep.equal(['waiting', 'waiting']);
    expect(readable((await admin.get('/admin/checks')).text)).to.contain('No check has stopped.');
    await web.close();
    await enter(stopped());
    expect((await admin.get('/admin/checks')).text).not.to.contain('Run all');
  });

  it('a check that is not there, when it is to run again, then there is no such page', async () => {
    await enter(stopped());
    expect((await admin.submit('/admin/checks', {}, '/admin/checks/nope/run-again')).status).to.equal(404);
  });

  it('the overview, when checks have stopped, then says how many and leads there; otherwise that none has', async () => {
    await enter(stopped(), second());
    const { text } = await admin.get('/admin');
    expect(readable(text)).to.contain('2 checks of courses have stopped');
    expect(text).to.contain('href="/admin/checks"');
    await web.close();
    await enter(aCheck());
    const quiet = (await admin.get('/admin')).text;
    expect(readable(quiet))
      .to.contain('No check has stopped.')
      .and.not.to.contain('nobody is offered the award');
    expect(quiet).to.contain('href="/admin/checks"');
  });

  it('anybody else, when they ask for the list or send its form, then has to sign in', async () => {
    await enter(stopped());
    const stranger = web.browser();
    expect((await stranger.get('/admin/checks')).headers.get('Location')).to.match(/^\/admin\/sign-in/);
    for (const path of ['/admin/checks/run-again', '/admin/checks/check-1/run-again'])
      expect((await stranger.send(path, {})).status, path).to.equal(401);
    expect(await states()).to.deep.equal(['stopped']);
  });

  it('a form without its token, when it is sent, then is refused', async () => {
    await enter(stopped());
    expect((await admin.send('/admin/checks/check-1/run-again', {})).status).to.equal(403);
    expect(await states()).to.deep.equal(['stopped']);
  });

  it('the list, when it is read in French, then is French throughout', async () => {
    await enter(stopped(), second());
    const page = readable((await admin.get('/admin/checks?lang=fr')).text);
    expect(page)
      .to.contain('Vérifications arrêtées')
      .and.to.contain('Tout relancer')
      .and.to.contain('Acquis a rencontré une erreur interne');
    expect(page).not.to.match(/Run again|Stopped on/);
  });
});
