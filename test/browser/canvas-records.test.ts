/**
 * Evidence of Canvas's own records in Chromium: the administrator enters token and site, a teacher asks for an item of a module, the
 * gradebook changes, the learner sees it; then the token ends. One story, told in order.
 */
import { expect } from 'chai';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { TestBrowser } from '../support/chromium.js';
import type { TestAcquis } from '../support/running-acquis.js';
import { linkedAtToken } from './administrator-pages.js';
import { changeGrades, logIn, openActivity, webServiceToken } from './lms-pages.js';
import { look } from './look.js';
import { tellStory } from './story.js';
import { design, publish, rosterRow } from './teacher-pages.js';

const course = 'Micro-credential: Data Literacy';
const activity = 'Claim your badge: Data Literacy';

describe('evidence of the records of a Canvas in a browser', function () {
  this.timeout(120_000);
  const story = tellStory(['canvas'], { admin: {}, teacher: {}, learner: {} });
  let acquis: TestAcquis;
  let canvas: DemoLms;
  let admin: TestBrowser;
  let teacher: TestBrowser;
  let learner: TestBrowser;

  before(() => {
    ({
      acquis,
      lms: { canvas },
      browsers: { admin, teacher, learner },
    } = story);
  });

  it('an administrator, when token and site of the Canvas are entered, then sees that it answers', async () => {
    const token = await webServiceToken(admin.context, canvas);
    const page = await linkedAtToken(admin.context, acquis, canvas);
    await look(page, '50-no-canvas-token', acquis.base);
    await page.locator('#site').fill(canvas.url);
    await page.locator('#token').fill(token);
    await page.getByRole('button', { name: 'Save and test' }).click();
    await page.getByText('Not asked: open Acquis once from a course').first().waitFor();
    expect(await page.content()).not.to.contain(token);
    await look(page, '51-canvas-token', acquis.base);
  });

  it('a teacher, when an item of a module is chosen by name, then publishes it', async () => {
    const page = await logIn(teacher.context, canvas, 'Teresa Teacher');
    const { frame } = await openActivity(page, course, activity);
    await design(frame, 'Data literacy', { passed: 'Final assignment' });
    await frame.getByText('Pass “Final assignment”').first().waitFor();
    await frame.locator('a[href$="/credential/passing"]').first().click();
    await frame.locator('#completionActivity').waitFor();
    await look(page, '52-canvas-passing', acquis.base);
    await frame.locator('button[value="overview"]').click();
    await publish(frame);
    await frame.getByText('Version 1 is published.').waitFor();
  });

  it('a learner who has not passed, when the gradebook is changed, then is offered the award', async () => {
    const page = await logIn(learner.context, canvas, 'Stu2 Learner2');
    const { frame } = await openActivity(page, course, activity);
    await frame.getByRole('heading', { level: 1 }).waitFor();
    expect(await frame.getByRole('link', { name: 'Claim your micro-credential' }).count()).to.equal(0);
    await changeGrades(teacher.context, canvas, 'Final assignment', { 'Stu2 Learner2': '64' });
    await frame.getByRole('link', { name: 'Check again' }).click();
    await frame.getByText('You have passed “Final assignment”.').waitFor();
    await frame.getByRole('link', { name: 'Claim your micro-credential' }).waitFor();
    await look(page, '53-canvas-passed', acquis.base);
  });

  it('the token, when Canvas ends it, then teacher and administrator read so, and nobody loses an offer', async () => {
    canvas.controls.setWebServices({ token: '7~revoked-and-another' });
    const page = await logIn(teacher.context, canvas, 'Teresa Teacher');
    const { frame } = await openActivity(page, course, activity);
    await frame.getByRole('link', { name: 'Learners', exact: true }).click();
    await frame.getByText('The LMS no longer takes the token of Acquis').first().waitFor();
    await rosterRow(frame, 'Stu2 Learner2').getByText('Offered, not yet claimed').waitFor();
    const [administration] = admin.context.pages().filter((one) => one.url().startsWith(acquis.base));
    await administration?.getByRole('link', { name: 'Test each function' }).click();
    await administration?.getByText('Canvas does not know this token').waitFor();
  });
});
