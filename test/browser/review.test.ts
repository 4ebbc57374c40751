/**
 * After the award, in Chromium: two learners have claimed, their grades are lowered, the teacher keeps one award and revokes the
 * other; a third leaves the course. One story, told in order.
 */
import { expect } from 'chai';
import type { FrameLocator, Page } from 'playwright-core';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import { makeSetUpLink } from '../../src/domain/institutions/make-set-up-link.js';
import type { TestBrowser } from '../support/chromium.js';
import type { TestAcquis } from '../support/running-acquis.js';
import { linkByHand, setUpAndSignIn } from './administrator-pages.js';
import { changeGrades, logIn, openActivity } from './lms-pages.js';
import { look } from './look.js';
import { tellStory } from './story.js';
import { design, publish, rosterRow } from './teacher-pages.js';

const course = 'Micro-credential: Data Literacy';
const activity = 'Claim your badge: Data Literacy';
const [first, second, third] = ['Stu1 Learner1', 'Stu2 Learner2', 'Stu3 Learner3'] as const;

describe('after the award in a browser', function () {
  this.timeout(120_000);
  const story = tellStory(['moodle'], { admin: {}, teacher: {}, one: {}, two: {}, anyone: {} });
  let acquis: TestAcquis;
  let moodle: DemoLms;
  let browsers: Record<'admin' | 'teacher' | 'one' | 'two' | 'anyone', TestBrowser>;
  let page: Page;
  let frame: FrameLocator;
  /** Public addresses of the awards of the first two. */
  const awards: Record<string, string> = {};

  before(() => {
    ({
      acquis,
      browsers,
      lms: { moodle },
    } = story);
  });

  const grade = async (grades: Record<string, string>): Promise<void> => {
    const gradebook = await changeGrades(browsers.teacher.context, moodle, activity, grades);
    await gradebook.close();
  };
  const learners = () => frame.getByRole('link', { name: 'Learners', exact: true }).click();
  /** A check is asked for, and waited for until the list says this. */
  const checkUntil = async (text: string): Promise<void> => {
    await learners();
    await frame.getByRole('button', { name: 'Check now' }).click();
    await frame.getByText('Everybody is being checked.').waitFor();
    for (let tries = 0; tries < 60; tries += 1) {
      await learners();
      await frame.locator('h1').waitFor();
      if (await frame.getByText(text).first().isVisible()) return;
      await page.waitForTimeout(500);
    }
    throw new Error(`the list does not say “${text}”`);
  };
  const claim = async (browser: TestBrowser, name: string): Promise<void> => {
    const own = await logIn(browser.context, moodle, name);
    const opened = await openActivity(own, course, activity);
    await opened.frame.getByRole('link', { name: 'Claim your micro-credential' }).click();
    await opened.frame.locator('#consent').check();
    await opened.frame.getByRole('button', { name: 'Claim it' }).click();
    awards[name] = await opened.frame.locator('#award-link').inputValue();
  };
  const publicPage = async (name: string): Promise<string> => {
    const shown = await browsers.anyone.context.newPage();
    await shown.goto(awards[name] ?? '');
    const text = await shown.locator('main').innerText();
    await shown.close();
    return text;
  };
  const openReview = async (name: string): Promise<void> => {
    await rosterRow(frame, name).getByRole('link', { name: 'Look and decide' }).click();
    await frame.getByRole('heading', { level: 1, name: 'stand?' }).waitFor();
  };

  it('a teacher, when a grade counts and two have reached it, then both claim', async () => {
    const administration = await browsers.admin.context.newPage();
    await setUpAndSignIn(administration, await makeSetUpLink(acquis.services));
    await linkByHand(administration, acquis.base, moodle);
    page = await logIn(browsers.teacher.context, moodle, 'Teresa Teacher');
    ({ frame } = await openActivity(page, course, activity));
    await design(frame, 'Data literacy', { percent: '50' });
    await publish(frame);
    await frame.getByText('Version 1 is published.').waitFor();
    await grade({ [first]: '80', [second]: '70', [third]: '60' });
    await claim(browsers.one, first);
    await claim(browsers.two, second);
    await checkUntil('offered and not yet claimed: 1.');
    expect(await frame.getByText('need a look').count()).to.equal(0);
  });

  it('the grades, when they are lowered, then the list asks for a look, and nothing has happened to the awards', async () => {
    await grade({ [first]: '45', [second]: '12' });
    await checkUntil('2 awards need a look');
    await look(page, '50-learners-in-review', acquis.base);
    await frame.getByRole('link', { name: 'Show them' }).click();
    await frame.getByText('2 learners shown.').waitFor();
    for (const name of [first, second]) expect(await publicPage(name)).to.contain('Valid');
  });

  it('a teacher, when both versions have been read side by side, then keeps one award', async () => {
    await openReview(first);
    for (const words of ['Grade 80 of 100', 'Grade 45 of 100'])
      await frame.getByText(words).first().waitFor();
    await look(page, '51-review', acquis.base);
    await frame.getByRole('button', { name: 'Keep this award' }).click();
    await frame.getByRole('link', { name: 'Write a reason' }).waitFor();
    await look(page, '52-review-without-reason', acquis.base);
    await frame.getByLabel('Reason for keeping it').fill('Marked down by mistake, to be put right.');
    await frame.getByRole('button', { name: 'Keep this award' }).click();
    await frame.getByText(`You let the award of ${first} stand.`).waitFor();
    await frame.getByText('1 award needs a look').waitFor();
  });

  it('a teacher, when the other has not earned it, then revokes that one', async () => {
    await openReview(second);
    await frame.getByLabel('Reason for ending it').fill('The grade was given to the wrong person.');
    await frame.getByRole('button', { name: 'Revoke this award' }).click();
    await frame.getByText(`The award of ${second} was revoked.`).waitFor();
    expect(await frame.getByText('needs a look:').count()).to.equal(0);
    expect(await publicPage(first)).to.contain('Valid');
    expect(await publicPage(second))
      .to.contain('Revoked')
      .and.contain('given to the wrong person');
  });

  it('a learner who leaves the course, when the LMS was asked twice, then comes up for a look; the one that was kept does not', async () => {
    await page.goto(`${moodle.url}/courses/2/people`);
    await page.getByRole('button', { name: `Unenrol ${third}` }).click();
    ({ frame } = await openActivity(page, course, activity));
    await checkUntil('The next check comes');
    await checkUntil('1 award needs a look');
    await openReview(third);
    await frame.getByText('Not in the course').waitFor();
    await look(page, '53-review-left', acquis.base);
    await learners();
    await rosterRow(frame, first).getByText('Claimed', { exact: true }).waitFor();
  });

  it('the kept award, when its page of a review is opened again, then says what happened', async () => {
    await rosterRow(frame, first).getByRole('link', { name: 'See the review' }).click();
    await frame.getByText('looked at and kept').waitFor();
    await look(page, '54-review-kept', acquis.base);
  });
});
