import type { Page } from 'playwright-core';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { createSealService } from '../../../src/edges/seals/create-seal-service.js';
import type { TestBrowser } from '../../support/chromium.js';
import { startTrustService, type TrustService } from '../../support/trust-service.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { administratorInBrowser, looksWell } from './administrator-in-browser.js';

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
    ({ browser, page } = await administratorInBrowser(web));
  });
  after(async () => {
    await browser.close();
    await web.close();
    await trust.close();
    await guarded.close();
  });

  it('an administrator, when a seal is there, then finds the way, is told of a wrong PIN, says whose seal it is, and sees it in use', async () => {
    await page.getByRole('link', { name: 'Electronic seal' }).first().click();
    await looksWell(page);
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
    await looksWell(page);
    await enter(trust.access.pin);
    await page.getByText('The seal was tried and is linked.').waitFor();
    await looksWell(page);
    await page.getByRole('radio', { name: 'seals on our behalf' }).check();
    await page.getByRole('button', { name: 'Use the seal' }).click();
    await page.getByText('The seal is in use.').waitFor();
    await looksWell(page);
  });
});
