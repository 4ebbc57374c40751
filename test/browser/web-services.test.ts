/**
 * Evidence of the LMS's own records in Chromium: the administrator enters the token, a teacher asks for a passed activity, a grade
 * and a part of the course's total, the gradebook changes, the learner sees it. One story, told in order.
 */
import { expect } from 'chai';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { Mailbox } from '../../src/demo-lms/mailbox/start-mailbox.js';
import type { TestBrowser } from '../support/chromium.js';
import type { TestAcquis } from '../support/running-acquis.js';
import { linkedAtToken } from './administrator-pages.js';
import { changeGrades, logIn, openActivity, webServiceToken } from './lms-pages.js';
import { look } from './look.js';
import { tellStory } from './story.js';
import { design, publish, rosterRow } from './teacher-pages.js';

const course = 'Micro-credential: Data Literacy';
const activity = 'Claim your badge: Data Literacy';

describe('evidence of web services in a browser', function () {
  this.timeout(120_000);
  const story = tellStory(['moodle'], { admin: {}, teacher: {}, learner: {} });
  let acquis: TestAcquis;
  let moodle: DemoLms;
  let admin: TestBrowser;
  let teacher: TestBrowser;
  let learner: TestBrowser;
  let mailbox: Mailbox;

  before(() => {
    ({
      acquis,
      mailbox,
      lms: { moodle },
      browsers: { admin, teacher, learner },
    } = story);
  });

  it('an administrator, when the token of the LMS is entered, then sees what it may do, and what only a course shows', async () => {
    const token = await webServiceToken(admin.context, moodle);
    const page = await linkedAtToken(admin.context, acquis, moodle);
    await look(page, '40-no-token', acquis.base);
    await page.locator('#token').fill(token);
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByText('Not asked: open Acquis once from a course').first().waitFor();
    expect(await page.content()).not.to.contain(token);
    await look(page, '41-token', acquis.base);
  });

  it('a teacher, when three kinds of records are asked for by name, then publishes it', async () => {
    const page = await logIn(teacher.context, moodle, 'Teresa Teacher');
    const { frame } = await openActivity(page, course, activity);
    await design(frame, 'Data literacy', {
      passed: 'Final assignment',
      grade: { column: 'Final assignment', percent: '60' },
      totalPercent: '30',
    });
    await frame.getByText('Pass “Final assignment”').first().waitFor();
    await frame.locator('a[href$="/credential/passing"]').first().click();
    await frame.locator('#completionActivity').waitFor();
    await look(page, '42-passing-records', acquis.base);
    await frame.locator('button[value="overview"]').click();
    await publish(frame);
    await frame.getByText('Version 1 is published.').waitFor();
  });

  it('a learner who failed, when the gradebook is changed, then sees it met and is offered the award', async () => {
    const page = await logIn(learner.context, moodle, 'Stu2 Learner2');
    const { frame } = await openActivity(page, course, activity);
    await frame.getByText('You have not passed “Final assignment”.').waitFor();
    await frame.getByText('Your grade is 41 of 100; you need 60%.').waitFor();
    await look(page, '43-not-passed', acquis.base);
    await changeGrades(teacher.context, moodle, 'Final assignment', { 'Stu2 Learner2': '64' });
    await frame.getByRole('link', { name: 'Check again' }).click();
    await frame.getByText('You have passed “Final assignment”.').waitFor();
    await frame.getByText('Your grade is 64 of 100; you need 60%.').waitFor();
    await frame.getByRole('link', { name: 'Claim your micro-credential' }).waitFor();
    await look(page, '44-passed', acquis.base);
  });

  it('a learner who passes while away, when nobody asks for a check, then gets one message within a minute, which leads to the course', async () => {
    await changeGrades(teacher.context, moodle, 'Final assignment', { 'Stu3 Learner3': '70' });
    const page = await learner.context.newPage();
    const mails = page.getByTestId('mail').filter({ hasText: 'To student3@example.invalid' });
    for (let tries = 0; tries === 0 || ((await mails.count()) === 0 && tries < 60); tries += 1) {
      if (tries > 0) await page.waitForTimeout(1_000);
      await page.goto(`${moodle.url}/mail`);
    }
    expect(await mails.count()).to.equal(1);
    expect(await mails.innerText()).to.contain('You can claim your micro-credential “Data literacy”');
    const { text = '' } = mailbox.mails().find(({ to }) => to === 'student3@example.invalid') ?? {};
    await page
      .getByRole('link', { name: `${moodle.url}/course/view.php?id=2` })
      .first()
      .click();
    await page.getByRole('heading', { name: course }).waitFor();
    await page.goto(/\S+\/notices\/\S+/.exec(text)?.[0] ?? 'no address to stop messages');
    await look(page, '47-messages', acquis.base);
    await page.getByRole('button', { name: 'Send me no more messages' }).click();
    await page.getByText('No more messages go to that e-mail address.').waitFor();
    await look(page, '48-no-messages', acquis.base);
  });

  it('the token, when it is revoked in the LMS, then teacher and administrator read so, and nobody loses an offer', async () => {
    moodle.controls.setWebServices({ token: 'revoked-and-another' });
    const page = await logIn(teacher.context, moodle, 'Teresa Teacher');
    const { frame } = await openActivity(page, course, activity);
    await frame.getByRole('link', { name: 'Learners', exact: true }).click();
    await frame.getByText('The LMS no longer takes the token of Acquis').first().waitFor();
    await rosterRow(frame, 'Stu2 Learner2').getByText('Offered, not yet claimed').waitFor();
    await look(page, '45-token-refused', acquis.base);
    const [administration] = admin.context.pages().filter((one) => one.url().startsWith(acquis.base));
    await administration?.getByRole('link', { name: 'Test each function' }).click();
    await administration?.getByText('Moodle does not know this token').waitFor();
    if (administration) await look(administration, '46-test-failed', acquis.base);
  });
});
