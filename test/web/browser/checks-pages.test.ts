import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../../support/axe-faults.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { asTeacher } from '../../support/builders/a-visit.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { password, setUpFields } from '../admin/admin-forms.js';
import { startCourse, type CourseWeb } from '../course/course-web.js';

describe('the checks in a browser', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let web: CourseWeb;
  let page: Page;
  let origin: string;
  before(async () => {
    const stopped = aCheck({ id: 'check-of-micro-credential-1-1', state: 'stopped', tries: 10 });
    web = await startCourse({
      microCredential: aMicroCredential(),
      services: {
        // a browser drops what has expired by its own clock
        clock: () => new Date(),
        lms: scriptedLms({ roster: [aRosterMember('learner-1')] }),
        checks: memoryChecks(
          { ...stopped, trouble: 'lms-refused' },
          { ...stopped, id: 'check-2', microCredentialId: 'gone', courseId: 'gone', trouble: 'unexpected' },
        ),
      },
    });
    origin = web.url.replace('127.0.0.1', 'localhost');
    browser = await openBrowser({ viewport: { width: 360, height: 800 } });
    page = await browser.context.newPage();
  });
  after(async () => {
    await browser.close();
    await web.close();
  });

  const says = (text: string) => page.getByText(text).first().waitFor();
  const looksWell = async (): Promise<void> => {
    expect(await axeFaults(page)).to.deep.equal([]);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width, 'nothing is wider than the screen').to.be.at.most(360);
  };

  it('an administrator, when checks have stopped, then reads why and runs one again', async () => {
    const admin = web.browser();
    await admin.submit(await web.setUpPath(), setUpFields);
    await page.goto(`${origin}/admin/sign-in`);
    await page.fill('[name=password]', password);
    await page.getByRole('button', { name: 'Sign in' }).last().click();
    await page.getByRole('link', { name: 'Look at the checks' }).click();
    await says('Acquis met an error of its own');
    await looksWell();
    await page.getByRole('button', { name: 'Run again (A course that is not there any more)' }).click();
    await says('It will be checked again within seconds.');
    await looksWell();
    expect(await web.services.checks.stopped(9)).to.have.length(1);
  });

  it('a teacher, when checks have stopped, then reads why and presses “Check now”', async () => {
    await web.launch(web.browser(), { roles: asTeacher, person: { subject: 'teacher-1' } });
    await page.goto(`${origin}/lti/launch`);
    await page.getByRole('link', { name: 'Learners', exact: true }).click();
    await says('Checks have stopped because the last 10 tries did not succeed');
    await looksWell();
    await page.getByRole('button', { name: 'Check now' }).click();
    await says('Everybody is being checked.');
    await looksWell();
    expect(await web.services.checks.stopped(9)).to.deep.equal([]);
  });
});
