/** H4 in Chromium: what the browser itself makes of the cookie, of the LMS's storage and of the window that opens. */
import { expect } from 'chai';
import type { Frame, Page } from 'playwright-core';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import { look } from '../browser/look.js';
import { openBrowser, type TestBrowser } from '../support/chromium.js';
import { aPlatform } from '../support/builders/a-platform.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';

describe('H4 launches without cookies, in a browser', function () {
  this.timeout(90_000);
  let acquis: LtiHarness;
  let browser: TestBrowser;
  const lms: Partial<Record<DemoLms['kind'], DemoLms>> = {};
  before(async () => {
    acquis = await startLti();
    browser = await openBrowser();
    const { base } = acquis;
    const tool = {
      loginUrl: `${base}/lti/login`,
      launchUrl: `${base}/lti/launch`,
      keySetUrl: `${base}/lti/keys`,
    };
    for (const kind of ['moodle', 'canvas'] as const) {
      const started = await startDemoLms({ kind, host: '127.0.0.1', port: 0, tool });
      lms[kind] = started;
      const { deploymentIds, ...registration } = started.registration;
      const deployments = deploymentIds.map((id) => ({ id, institutionId: 'institution-1' }));
      await acquis.services.platforms.add(
        aPlatform({ id: kind, family: kind, ...registration, deployments }),
      );
    }
  });
  afterEach(async () => {
    await browser.context.clearCookies();
    for (const page of browser.context.pages()) await page.close();
  });
  after(async () => {
    await browser?.close();
    for (const one of Object.values(lms)) await one.close();
    await acquis?.close();
  });

  /** The activity opened by a learner. */
  async function open(
    kind: DemoLms['kind'],
    setUp: (page: Page) => Promise<void>,
  ): Promise<{ page: Page; frame: Frame }> {
    const from = lms[kind];
    if (!from) throw new Error('not started');
    const page = await browser.context.newPage();
    await setUp(page);
    const [name = '', value = ''] = from.controls.sessionCookie('6').split(';')[0]?.split('=') ?? [];
    await browser.context.addCookies([{ name, value, url: from.url }]);
    // Canvas's own cookie is SameSite=None, which needs https: here it is put in where our page leads back to the LMS
    await page.route(`${from.registration.authorizationEndpoint}*`, async (route) => {
      const headers = { ...route.request().headers(), cookie: `${name}=${value}` };
      await route.fulfill({ response: await route.fetch({ headers }) });
    });
    await page.goto(`${from.url}/activities/4`);
    const element = await page.waitForSelector('iframe');
    const frame = await element.contentFrame();
    if (!frame) throw new Error('no frame');
    return { page, frame };
  }

  /** Takes our cookies out of this page and its frames, as browsers without partitioned cookies do; windows it opens keep them. */
  async function withoutCookies(page: Page): Promise<void> {
    await page.route(`${acquis.base}/lti/**`, async (route) => {
      const asked = route.request();
      // not by the browser's own means: those remember what is taken out here
      const answer = await fetch(asked.url(), {
        method: asked.method(),
        headers: asked.headers(),
        body: asked.postData(),
        redirect: 'manual',
      });
      const headers = Object.fromEntries(answer.headers);
      delete headers['set-cookie'];
      await route.fulfill({ status: answer.status, headers, body: await answer.text() });
    });
  }

  for (const kind of ['moodle', 'canvas'] as const) {
    it(`a first launch from ${kind}, in a frame with third-party cookies blocked, opens there`, async () => {
      const { frame } = await open(kind, () => Promise.resolve());
      await frame.waitForURL(/\/visits\/[\w-]{22}\/progress$/);
      const cookies = await browser.context.cookies(acquis.base);
      expect(cookies.filter(({ name }) => name === '__Host-acquis-browser')).to.not.be.empty;
    });
  }

  it('a launch from an LMS without storage, in a frame that keeps no cookie, opens in a window of its own', async () => {
    const { page, frame } = await open('moodle', withoutCookies);
    const link = frame.getByRole('link', { name: 'Open in a new window' });
    await link.waitFor();
    await look(page, 'launch-new-window', acquis.base);
    const [window] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await window.waitForURL(/\/visits\/[\w-]{22}\/progress$/);
  });

  it('a launch from an LMS with storage, in a frame that keeps no cookie, is proven by it and goes on in a window', async () => {
    const { page, frame } = await open('canvas', withoutCookies);
    await frame.getByRole('heading', { name: 'The activity is ready' }).waitFor();
    await look(page, 'launch-hand-off', acquis.base);
    const button = frame.getByRole('button', { name: 'Open in a new window' });
    const [window] = await Promise.all([page.waitForEvent('popup'), button.click()]);
    await window.waitForURL(/\/visits\/[\w-]{22}\/progress$/);
  });

  it('an LMS whose storage does not answer, after a few seconds, leaves the link to a window', async () => {
    const { page, frame } = await open('canvas', async (one) => {
      await withoutCookies(one);
      await one.addInitScript(
        'window.addEventListener("message", (event) => event.stopImmediatePropagation(), true);',
      );
    });
    await frame.getByRole('link', { name: 'Open in a new window' }).waitFor();
    await frame.locator('#storage-step').waitFor({ state: 'hidden' });
    await look(page, 'launch-storage', acquis.base);
    const [window] = await Promise.all([
      page.waitForEvent('popup'),
      frame.getByRole('link', { name: 'Open in a new window' }).click(),
    ]);
    await window.waitForURL(/\/visits\/[\w-]{22}\/progress$/);
  });
});
