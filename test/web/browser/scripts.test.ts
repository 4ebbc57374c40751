import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aPlatform } from '../../support/builders/a-platform.js';
import { asTeacher } from '../../support/builders/a-visit.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { password, setUpFields } from '../admin/admin-forms.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('browser scripts', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let web: WebHarness;
  let own: string;
  before(async () => (browser = await openBrowser()));
  after(() => browser.close());
  afterEach(() => web.close());

  const begin = async (overrides: Parameters<typeof startWeb>[0] = {}): Promise<Page> => {
    web = await startWeb(overrides);
    own = web.url.replace('127.0.0.1', 'localhost');
    return browser.context.newPage();
  };
  /** Waits: what a click leads to comes in its own time. */
  const heading = (page: Page, words: string): Promise<void> =>
    page.locator('h1', { hasText: words }).waitFor();
  const signIn = async (page: Page): Promise<void> => {
    await page.goto(`${own}/admin/sign-in`);
    await page.fill('[name=password]', password);
    await page.click('main button');
    await page.waitForURL(`${own}/admin`);
  };
  const openInstitution = async (page: Page): Promise<void> => {
    const [institution] = await web.services.institutions.all();
    await page.goto(`${own}/admin/institutions/${institution?.id}`);
  };

  it('what was typed, when the session ends before it is sent, then is back after signing in, until it is saved', async () => {
    const page = await begin();
    await web.browser().submit(await web.setUpPath(), setUpFields);
    await signIn(page);
    await openInstitution(page);
    await page.fill('[name=legalName]', 'A name of half an hour of work');
    await web.services.administrators.endAllSessions();
    await page.click('main button');
    await heading(page, 'Please sign in');
    await signIn(page);
    await openInstitution(page);
    expect(await page.inputValue('[name=legalName]')).to.equal('A name of half an hour of work');
    expect(await page.textContent('[role=status]')).to.contain('is back in this form');
    await page.click('.actions button');
    await page.waitForURL(`${own}/admin`);
    await openInstitution(page);
    expect(await page.locator('[role=status]').count()).to.equal(0);
    await page.fill('[name=legalName]', 'Not wanted');
    await openInstitution(page);
    await page.click('[role=status] button');
    expect(await page.inputValue('[name=legalName]')).to.equal('A name of half an hour of work');
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).to.equal('{}');
    await page.close();
  });

  it('what a teacher typed, when the visit is over before it is sent, then is back after the activity is opened again, for this teacher alone', async () => {
    const page = await begin({
      platforms: memoryPlatforms(aPlatform()),
      institutions: memoryInstitutions(anInstitution()),
    });
    const tess = { subject: 'teacher-1', name: 'Tess Teacher' };
    const open = async (person: { subject: string }): Promise<string> => {
      await web.launch(web.browser(), { roles: asTeacher, person });
      await page.goto(`${own}/lti/launch`);
      return new URL(page.url()).pathname.split('/')[2] ?? '';
    };
    await open(tess);
    await page.click('main form button.btn-primary');
    const title = page.locator('form[data-keep-typed] input[type=text]').first();
    await title.fill('Half an hour of work');
    await web.services.visits.endOfPlatform('platform-1');
    await page.click('main form button.btn-primary');
    await heading(page, 'Your visit has ended');
    await page.goto(`${own}/visits/${await open({ subject: 'teacher-2' })}/credential/about`);
    expect(await title.inputValue()).not.to.equal('Half an hour of work');
    await page.goto(`${own}/visits/${await open(tess)}/credential/about`);
    expect(await title.inputValue()).to.equal('Half an hour of work');
    await page.close();
  });

  it('a password, when it is typed, then is kept nowhere', async () => {
    const page = await begin();
    await page.goto(own + (await web.setUpPath()));
    await page.fill('[name=password]', 'a very secret password');
    await page.fill('[name=legalName]', 'Kept');
    const stored = await page.evaluate<string>('JSON.stringify(sessionStorage)');
    expect(stored).to.contain('Kept').and.not.to.contain('secret');
    await page.close();
  });

  it('a form of 5 MB, when a browser sends it, then the page that says what to do is seen', async () => {
    const page = await begin();
    await page.goto(own + (await web.setUpPath()));
    // Hidden: drawing five million letters would take the browser long.
    await page.evaluate(
      "Object.assign(document.getElementById('legalName'), { type: 'hidden', value: 'x'.repeat(5_000_000) })",
    );
    await page.click('.actions button');
    await heading(page, 'That is too much at once');
    await page.close();
  });

  it('a copy button, when it is pressed, then copies and says so; without script there is none', async () => {
    const page = await begin();
    await web.browser().submit(await web.setUpPath(), setUpFields);
    await signIn(page);
    await page.goto(`${own}/admin/platforms/new?family=canvas`);
    await page.click('[data-copy=our-login]');
    // The clipboard answers in its own time.
    await page.locator('[data-copy=our-login]', { hasText: /^Copied$/ }).waitFor();
    await page.close();
    const plain = web.browser();
    await plain.submit('/admin/sign-in', { password });
    const { text } = await plain.get('/admin/platforms/new?family=canvas');
    expect(text).to.match(/<button[^>]*data-copy="our-login"[^>]* hidden>/);
  });
});
