import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { createSealService } from '../../../src/edges/seals/create-seal-service.js';
import { axeFaults } from '../../support/axe-faults.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { startTrustService, type TrustService } from '../../support/trust-service.js';
import { password, setUpFields } from '../admin/admin-forms.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('linking a seal in a browser', function () {
  this.timeout(120_000);
  let browser: TestBrowser;
  let guarded: GuardedFetch;
  let trust: TrustService;
  let web: WebHarness;
  let page: Page;
  before(async () => {
    guarded = createGuardedFetch({ allowPrivate: true });
    trust = await startTrustService({ version: 2 });
    const clock = () => new Date();
    web = await startWeb({
      clock,
      allowHttp: true,
      sealService: createSealService({ fetch: guarded.fetch, clock }),
    });
    await web.browser().submit(await web.setUpPath(), setUpFields);
    browser = await openBrowser({ viewport: { width: 360, height: 800 }, locale: 'en' });
    page = await browser.context.newPage();
  });
  after(async () => {
    await browser.close();
    await web.close();
    await trust.close();
    await guarded.close();
  });

  const looksWell = async (): Promise<void> => {
    expect(await axeFaults(page)).to.deep.equal([]);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width, 'nothing is wider than the screen').to.be.at.most(360);
  };

  it('an administrator, when a seal is there, then finds the way, is told of a wrong PIN, says whose seal it is, and sees it in use', async () => {
    const origin = web.url.replace('127.0.0.1', 'localhost');
    await page.goto(`${origin}/admin/sign-in`);
    await page.fill('[name=password]', password);
    await page.getByRole('button', { name: 'Sign in' }).last().click();
    await page.getByRole('link', { name: 'Electronic seal' }).first().click();
    await looksWell();
    const enter = async (pin: string): Promise<void> => {
      await page.getByLabel('Address of the interface').fill(trust.address);
      await page.getByLabel('Client ID').fill(trust.access.clientId);
      await page.getByLabel('Client secret').fill(trust.access.clientSecret);
      await page.getByLabel('Credential ID of the seal').fill(trust.access.credentialId);
      await page.getByLabel('PIN of the seal').fill(pin);
      await page.getByRole('button', { name: 'Try and save' }).click();
    };
    await enter('0000');
    await page.getByRole('alert').getByText('The service refused to sign with this PIN').waitFor();
    await looksWell();
    await enter(trust.access.pin);
    await page.getByText('The seal was tried and is linked.').waitFor();
    await looksWell();
    await page.getByRole('radio', { name: 'seals on our behalf' }).check();
    await page.getByRole('button', { name: 'Use the seal' }).click();
    await page.getByText('The seal is in use.').waitFor();
    await looksWell();
  });
});
