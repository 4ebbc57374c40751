import type { Page } from 'playwright-core';
import type { TestBrowser } from '../../support/chromium.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { password } from '../admin/admin-forms.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { administratorInBrowser, looksWell } from './administrator-in-browser.js';

describe('declaring keys compromised in a browser', function () {
  this.timeout(120_000);
  let browser: TestBrowser;
  let web: WebHarness;
  let page: Page;
  before(async () => {
    // a browser drops what has expired by its own clock
    web = await startWeb({ keys: memoryKeys(), clock: () => new Date() });
    ({ browser, page } = await administratorInBrowser(web));
  });
  after(async () => {
    await browser.close();
    await web.close();
  });

  it('an administrator, when a key was stolen, then finds the way, is told what is missing, confirms, and sees what became of it', async () => {
    await page.getByRole('link', { name: 'Signing keys' }).first().click();
    await page.getByRole('link', { name: 'Declare a key compromised' }).click();
    await looksWell(page);
    await page.getByRole('button', { name: 'Declare compromised and sign again' }).click();
    await page.getByRole('alert').getByText('Choose at least one key').waitFor();
    await looksWell(page);
    await page.getByRole('checkbox').first().check();
    await page.getByLabel('Since when, as far as you know').fill('2026-01-01');
    await page.getByLabel('Your password, to confirm').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('The keys were declared compromised. New ones sign from now on.').waitFor();
    await page.getByText('Every award that a compromised key had signed is signed again.').waitFor();
    await looksWell(page);
  });
});
