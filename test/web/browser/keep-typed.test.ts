import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { asTeacher } from '../../support/builders/a-visit.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { startCourse, type CourseWeb, type CourseWorld } from '../course/course-web.js';

const tess = { roles: asTeacher, person: { subject: 'teacher-1', name: 'Tess Teacher' } };

describe('what was typed in a course and not saved', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let web: CourseWeb;
  let page: Page;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    page = await browser.context.newPage();
  });
  afterEach(async () => {
    await page.context().setOffline(false);
    await page.close();
    await web.close();
  });

  /** Opens the activity and one of its pages. */
  const enter = async (to: string): Promise<void> => {
    const own = web.url.replace('127.0.0.1', 'localhost');
    await web.launch(web.browser(), tess);
    await page.goto(`${own}/lti/launch`);
    const path = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
    await page.goto(`${own}${path}/${to}`);
  };
  const begin = async (world: CourseWorld): Promise<void> => {
    web = await startCourse(world);
  };
  const notice = () => page.locator('[role=status]', { hasText: 'is back in this form' });

  /** The form with workload and level was sent, and refused. */
  const refusedHours = async (): Promise<void> => {
    await begin({ microCredential: null });
    await (await web.teacher()).submit('credential', {});
    await enter('credential/level');
    await page.fill('#hours', 'many');
    await page.click('button[value=overview]');
    await page.locator('#error-summary:focus').waitFor();
  };

  it('in a part that is folded away, when the visit ended, then comes back and the part is open', async () => {
    await begin({ microCredential: null });
    await (await web.teacher()).submit('credential', {});
    await enter('credential/about');
    await page.click('summary >> text=second language');
    await page.fill('[name=title-second]', 'Culture des données');
    await web.services.visits.endOfPlatform('platform-1');
    await page.click('button[value=next]:not([aria-hidden])');
    await page.locator('h1', { hasText: 'Your visit has ended' }).waitFor();
    await enter('credential/about');
    await notice().waitFor();
    expect(await page.inputValue('[name=title-second]')).to.equal('Culture des données');
    expect(await page.locator('[name=title-second]').isVisible()).to.equal(true);
  });

  it('in a form, when somebody leaves the page that refuses it before its scripts have come, then comes back', async () => {
    await begin({ microCredential: null });
    await (await web.teacher()).submit('credential', {});
    await enter('credential/about');
    await page.fill('[name=title]', 'Half an hour of work');
    await web.services.visits.endOfPlatform('platform-1');
    await page.route('**/assets/page.js*', (route) => route.abort());
    await page.click('button[value=next]:not([aria-hidden])');
    await page.locator('h1', { hasText: 'Your visit has ended' }).waitFor();
    await page.unroute('**/assets/page.js*');
    await enter('credential/about');
    await notice().waitFor();
    expect(await page.inputValue('[name=title]')).to.equal('Half an hour of work');
  });

  it('in a form, when nobody answers the one who sends it and they go back, then is there again', async () => {
    await begin({ microCredential: null });
    await (await web.teacher()).submit('credential', {});
    await enter('credential/about');
    await page.fill('[name=title]', 'Half an hour of work');
    await page.context().setOffline(true);
    await Promise.all([
      page.waitForEvent('framenavigated'),
      page.click('button[value=next]:not([aria-hidden])', { noWaitAfter: true }),
    ]);
    expect(page.url()).to.match(/^chrome-error:/);
    await page.context().setOffline(false);
    await page.goBack();
    // whatever the browser itself puts back there: it is kept until it is saved
    await enter('credential/about');
    expect(await page.inputValue('[name=title]')).to.equal('Half an hour of work');
  });

  it('in the form of one learner, when the visit ended, then comes back at that learner, opened, and at no other', async () => {
    const roster = ['l1', 'l2'].map((one) => aRosterMember(one));
    await begin({ services: { lms: scriptedLms({ roster }) } });
    await enter('roster');
    await page.locator('summary', { hasText: 'Name of l2' }).click();
    await page.getByLabel('Reason (Name of l2)').fill('Half an hour of work');
    await web.services.visits.endOfPlatform('platform-1');
    await page.getByRole('button', { name: 'Record the confirmation (Name of l2)' }).click();
    await page.locator('h1', { hasText: 'Your visit has ended' }).waitFor();
    await enter('roster');
    await notice().waitFor();
    expect(await page.getByLabel('Reason (Name of l2)').inputValue()).to.equal('Half an hour of work');
    expect(await page.getByLabel('Reason (Name of l2)').isVisible()).to.equal(true);
    expect(await page.locator('#reason-0').inputValue()).to.equal('');
    expect(await page.locator('#reason-0').isVisible()).to.equal(false);
  });

  it('when somebody else saved meanwhile, then is on the page beside the other text, and no old text comes back later', async () => {
    await begin({ microCredential: null });
    const theo = await web.teacher({ person: { subject: 'teacher-2', name: 'Theo' } });
    await theo.submit('credential', {});
    await enter('credential/about');
    await page.fill('#title', 'Mine');
    await theo.save('about', { language: 'en', title: 'Theirs' });
    await page.click('button[value=overview]');
    await page.getByText('It was saved meanwhile, in another window or by somebody else').waitFor();
    expect(await page.inputValue('#title')).to.equal('Mine');
    expect(await page.locator('.saved-now').textContent()).to.contain('Theirs');
    await page.fill('#title', 'Both together');
    await page.click('button[value=overview]');
    await page.locator('h1', { hasText: 'Both together' }).waitFor();
    await enter('credential/about');
    expect(await page.inputValue('#title')).to.equal('Both together');
    expect(await notice().count()).to.equal(0);
  });

  it('in a form that was refused, when it was mended and somebody goes back, then the form is there as it was saved', async () => {
    await refusedHours();
    await page.fill('#hours', '75');
    await page.click('button[value=overview]');
    await page.locator('h2', { hasText: 'What to describe' }).waitFor();
    await page.goBack();
    expect(await page.inputValue('#hours')).to.equal('75');
    expect(await page.locator('.error-summary').count()).to.equal(0);
    expect(await notice().count()).to.equal(0);
  });

  it('in a form that was refused, when it is loaded again, then what was typed is back, and nothing is sent', async () => {
    await refusedHours();
    const sent: string[] = [];
    page.on('request', (request) => void sent.push(request.method()));
    await page.reload();
    await notice().waitFor();
    expect(await page.inputValue('#hours')).to.equal('many');
    expect(sent).to.include('GET').and.not.include('POST');
  });

  it('of a learner whose confirmation lacks its reason, when somebody goes on and back, then the list is there', async () => {
    await begin({ services: { lms: scriptedLms({ roster: [aRosterMember('l1')] }) } });
    await enter('roster?search=l1');
    await page.locator('summary', { hasText: 'Name of l1' }).click();
    await page.getByLabel('Reason (Name of l1)').fill(' ');
    await page.getByRole('button', { name: 'Record the confirmation (Name of l1)' }).click();
    await page.locator('.error-summary').waitFor();
    await page.waitForURL(/roster\?search=l1$/);
    await page.getByRole('link', { name: 'Micro-credential', exact: true }).click();
    await page.locator('h1', { hasText: 'Data literacy' }).waitFor();
    await page.goBack();
    await page.locator('h1', { hasText: 'Learners' }).waitFor();
    expect(page.url()).to.match(/roster\?search=l1$/);
  });

  it('when a storage is full or refused, then the page works as without it', async () => {
    await begin({ microCredential: null });
    await (await web.teacher()).submit('credential', {});
    await page.addInitScript(
      "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    );
    await enter('credential/about');
    await page.fill('#title', 'Typed');
    await page.click('button[value=overview]');
    await page.locator('h1', { hasText: 'Typed' }).waitFor();
    await page.addInitScript(
      "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    );
    await enter('credential/about');
    await page.fill('#title', 'Typed again');
    await page.click('button[value=overview]');
    await page.locator('h1', { hasText: 'Typed again' }).waitFor();
  });
});
