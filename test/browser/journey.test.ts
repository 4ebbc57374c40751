/**
 * The whole main job in Chromium with third-party cookies blocked, Acquis on localhost and the LMSs on 127.0.0.1: two sites.
 * One story, told in order; each step builds on the one before.
 */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import { makeSetUpLink } from '../../src/domain/institutions/make-set-up-link.js';
import type { TestBrowser } from '../support/chromium.js';
import type { TestAcquis } from '../support/running-acquis.js';
import { linkByHand, setUpAndSignIn } from './administrator-pages.js';
import { logIn, openActivity, type OpenActivity } from './lms-pages.js';
import { look } from './look.js';
import { tellStory } from './story.js';
import { choosePassing, confirmByHand, design, publish, rosterRow } from './teacher-pages.js';

const course = 'Micro-credential: Data Literacy';
const activity = 'Claim your badge: Data Literacy';
const restricted = 'Claim your badge (only after passing)';

describe('the main job in a browser without third-party cookies', function () {
  this.timeout(180_000);
  const story = tellStory(['moodle', 'canvas'], {
    admin: {},
    teacher: {},
    learner: {},
    anyone: { javaScript: false },
  });
  let acquis: TestAcquis;
  let moodle: DemoLms;
  let canvas: DemoLms;
  let admin: TestBrowser;
  let teacher: TestBrowser;
  let learner: TestBrowser;
  let anyone: TestBrowser;
  let award: string;

  before(() => {
    ({
      acquis,
      lms: { moodle, canvas },
      browsers: { admin, teacher, learner, anyone },
    } = story);
  });

  it('an administrator with the set-up link, opens it, names the institution and links two LMSs', async () => {
    const page = await admin.context.newPage();
    const link = await makeSetUpLink(acquis.services);
    await page.goto(link);
    await look(page, '01-set-up', acquis.base);
    await setUpAndSignIn(page, link);
    await page.goto(`${acquis.base}/admin/platforms/new?family=moodle`);
    await look(page, '02-link-moodle', acquis.base);
    for (const lms of [moodle, canvas]) {
      await linkByHand(page, acquis.base, lms);
      await look(page, `02-linked-${lms.kind}`, acquis.base);
    }
    await page.goto(`${acquis.base}/admin`);
    await look(page, '03-administration', acquis.base);
    expect(await page.locator('main').innerText()).to.match(/waiting for (its )?first launch/i);
  });

  it('a teacher in the frame, designs a micro-credential, is told what is missing, then publishes', async () => {
    const page = await logIn(teacher.context, moodle, 'Teresa Teacher');
    const { frame } = await openActivity(page, course, activity);
    await look(page, '04-first-launch', acquis.base);
    await design(frame, 'Data literacy', { access: activity, combine: 'all' });
    await look(page, '05-overview', acquis.base);
    await frame.locator('a[href$="/credential/participation"]').first().click();
    await frame.locator('#participation').selectOption('');
    await frame.locator('button[value="overview"]').click();
    await publish(frame);
    await frame.getByText('This cannot be published yet').waitFor();
    await look(page, '06-refused', acquis.base);
    await frame.locator('a[href$="/credential/participation"]').first().click();
    await frame.locator('#participation').selectOption('blended');
    await frame.locator('button[value="overview"]').click();
    await publish(frame);
    await frame.getByText('Version 1 is published.').waitFor();
    await look(page, '07-published', acquis.base);
  });

  it('a learner before passing, opens the activity, reads what is not met and why', async () => {
    const page = await logIn(learner.context, moodle, 'Stu2 Learner2');
    const { frame } = await openActivity(page, course, activity);
    await frame.getByText('Your teacher still has to set something up').waitFor();
    await look(page, '08-not-met', acquis.base);
    expect(await frame.locator('main').innerText()).to.contain(
      'is open to everybody in the course now, so it cannot count',
    );
  });

  it('the teacher starts the next version with three ways to pass, publishes it, the first stays as it was', async () => {
    const page = await logIn(teacher.context, moodle, 'Teresa Teacher');
    const { frame } = await openActivity(page, course, activity);
    await openActivity(page, course, restricted);
    await openActivity(page, course, activity);
    await frame.getByRole('button', { name: 'Start the next version' }).click();
    await frame.locator('a[href$="/credential/passing"]').first().click();
    await choosePassing(frame, { combine: 'any', access: restricted, percent: '50', examiner: true });
    await look(page, '09-passing', acquis.base);
    await frame.locator('button[value="overview"]').click();
    await publish(frame);
    await frame.getByText('Version 2 is published.').waitFor();
  });

  it('a learner who passed, opens the restricted activity once, then claims with one click', async () => {
    const page = await logIn(learner.context, moodle, 'Stu1 Learner1');
    await openActivity(page, course, restricted);
    const { frame } = await openActivity(page, course, activity);
    await look(page, '10-offered', acquis.base);
    await frame.getByRole('link', { name: 'Claim your micro-credential' }).click();
    await frame.locator('#consent').waitFor();
    await look(page, '11-claim', acquis.base);
    await frame.getByRole('button', { name: 'Claim it' }).click();
    await frame.getByRole('link', { name: 'Tick the box' }).waitFor();
    await frame.locator('#consent').check();
    await frame.getByRole('button', { name: 'Claim it' }).click();
    await frame.locator('#award-link').waitFor();
    await look(page, '12-my-award', acquis.base);
    award = await frame.locator('#award-link').inputValue();
    expect(award).to.match(/\/awards\/[A-Za-z0-9_-]{22}$/);
  });

  it('anyone with the link, without JavaScript, reads the award, which names no person until the learner wants it', async () => {
    const page = await anyone.context.newPage();
    await page.goto(award);
    expect(await page.locator('main').innerText()).to.not.contain('Stu1');
    await inSight(page, ['Data literacy', 'Haute École de Test', 'Final project', 'Valid']);

    const { frame } = await reopen('Stu1 Learner1', activity);
    await frame.getByRole('button', { name: 'Show my name' }).click();
    await frame.getByText('The page of your badge now shows your name.').waitFor();
    await page.reload();
    await inSight(page, ['Stu1 Learner1']);
    await frame.getByRole('button', { name: 'Hide my name' }).click();
    await frame.getByText('The page of your badge no longer shows your name.').waitFor();
    await page.reload();
    expect(await page.locator('main').innerText()).to.not.contain('Stu1');
  });

  it('anyone who verifies, by address, by file and by text, is told valid; an altered one is told apart', async () => {
    const page = await admin.context.newPage();
    await page.goto(award);
    await look(page, '13-award', acquis.base);
    await page.goto(`${acquis.base}/verify?address=${encodeURIComponent(award)}`);
    await look(page, '14-verified', acquis.base);
    expect(await page.locator('main').innerText()).to.match(/valid/i);

    const json = await (await fetch(`${award}/open-badge-3.json`)).text();
    const altered = json.replace('Data literacy', 'Data mastery');
    expect(altered).to.not.equal(json);
    for (const [name, text, words] of [
      ['15-pasted', json, /valid/i],
      ['16-altered', altered, /altered|changed/i],
      ['17-junk', 'this is no badge', /cannot be read|not a credential|no credential/i],
    ] as const) {
      await page.goto(`${acquis.base}/verify`);
      await page.locator('textarea').fill(text);
      await page.locator('textarea').press('Tab');
      await page
        .locator('form:has(textarea) button[type="submit"], form:has(textarea) button')
        .last()
        .click();
      await page.locator('h1').waitFor();
      await look(page, name, acquis.base);
      expect(await page.locator('main').innerText()).to.match(words);
    }
  });

  it('the teacher on the list of learners, confirms one by hand and revokes another, with reasons', async () => {
    const { page, frame } = await asTeacher();
    await frame.getByRole('link', { name: 'Learners', exact: true }).click();
    await frame.getByRole('heading', { name: 'Stu1 Learner1' }).waitFor();
    await look(page, '18-learners', acquis.base);
    await confirmByHand(frame, 'Stu3 Learner3', 'Oral examination, passed.');
    await rosterRow(frame, 'Stu1 Learner1').locator('a[href*="/revoke/"]').click();
    await frame.locator('#reason').fill('Issued by mistake.');
    await look(page, '19-revoke', acquis.base);
    await frame.getByRole('button', { name: 'Revoke this award' }).click();
    await frame.getByText('The award of Stu1 Learner1 was revoked.').waitFor();
  });

  it('after the revocation, page, status list, OB 2.0 document and verification all say revoked', async () => {
    const page = await admin.context.newPage();
    await page.goto(award);
    await inSight(page, ['Revoked', 'Issued by mistake.']);
    await look(page, '20-revoked', acquis.base);
    await page.goto(`${acquis.base}/verify?address=${encodeURIComponent(award)}`);
    await look(page, '21-verified-revoked', acquis.base);
    expect(await page.locator('main').innerText()).to.match(/revoked/i);
    const assertion = await fetch(`${award}/open-badge-2.json`);
    expect(assertion.status).to.equal(410);
    expect(((await assertion.json()) as { revoked: boolean }).revoked).to.equal(true);
  });

  it('a learner on the Canvas-like LMS confirmed by an examiner, claims there too', async () => {
    const teaching = await openActivity(
      await logIn(teacher.context, canvas, 'Teresa Teacher'),
      course,
      activity,
    );
    await design(teaching.frame, 'Data literacy on Canvas', { examiner: true });
    await publish(teaching.frame);
    await teaching.frame.getByText('Version 1 is published.').waitFor();
    await look(teaching.page, '22-canvas-published', acquis.base);
    await teaching.frame.getByRole('link', { name: 'Learners', exact: true }).click();
    await confirmByHand(teaching.frame, 'Stu2 Learner2', 'Portfolio read and passed.');

    const { frame } = await openActivity(
      await logIn(learner.context, canvas, 'Stu2 Learner2'),
      course,
      activity,
    );
    await frame.getByRole('link', { name: 'Claim your micro-credential' }).click();
    await frame.locator('#consent').check();
    await frame.getByRole('button', { name: 'Claim it' }).click();
    await frame.locator('#award-link').waitFor();
  });

  it('the administrator afterwards, sees both platforms active', async () => {
    const page = await admin.context.newPage();
    await page.goto(`${acquis.base}/admin`);
    expect((await page.locator('main').innerText()).match(/\bactive\b/gi)?.length).to.be.at.least(2);
  });

  const asTeacher = async (): Promise<OpenActivity> =>
    openActivity(await logIn(teacher.context, moodle, 'Teresa Teacher'), course, activity);

  const reopen = async (name: string, title: string): Promise<OpenActivity> =>
    openActivity(await logIn(learner.context, moodle, name), course, title);

  async function inSight(page: Page, texts: string[]): Promise<void> {
    const shown = await page.locator('main').innerText();
    for (const text of texts) expect(shown).to.contain(text);
  }
});
