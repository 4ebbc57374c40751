import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../../support/axe-faults.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { password, setUpFields } from '../admin/admin-forms.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('declaring keys compromised in a browser', function () {
  this.timeout(120_000);
  let browser: TestBrowser;
  let web: WebHarness;
  let page: Page;
  before(async () => {
    // a browser drops what has expired by its own clock
    web = await startWeb({ keys: memoryKeys(), clock: () => new Date() });
    await web.browser().submit(await web.setUpPath(), setUpFields);
    browser = await openBrowser({ viewport: { width: 360, height: 800 }, locale: 'en' });
    page = await browser.context.newPage();
  });
  after(async () => {
    await browser.close();
    await web.close();
  });

  const looksWell = async (): Promise<void> => {
    expect(await axeFaults(page)).to.deep.equal([]);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width, 'nothing is wider than the screen').to.be.at.most(360);
  };

  it('an administrator, when a key was stolen, then finds the way, is told what is missing, confirms, and sees what became of it', async () => {
    const origin = web.url.replace('127.0.0.1', 'localhost');
    await page.goto(`${origin}/admin/sign-in`);
    await page.fill('[name=password]', password);
    await page.getByRole('button', { name: 'Sign in' }).last().click();
    await page.getByRole('link', { name: 'Signing keys' }).first().click();
    await page.getByRole('link', { name: 'Declare a key compromised' }).click();
    await looksWell();
    await page.getByRole('button', { name: 'Declare compromised and sign again' }).click();
    await page.getByRole('alert').getByText('Choose at least one key').waitFor();
    await looksWell();
    await page.getByRole('checkbox').first().check();
    await page.getByLabel('Since when, as far as you know').fill('2026-01-01');
    await page.getByLabel('Your password, to confirm').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('The keys were declared compromised. New ones sign from now on.').waitFor();
    await page.getByText('Every award that a compromised key had signed is signed again.').waitFor();
    await looksWell();
  });
});
