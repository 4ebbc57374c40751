/** An administrator in a real browser, on a small screen. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../../support/axe-faults.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { password, setUpFields } from '../admin/admin-forms.js';
import type { WebHarness } from '../support/web-harness.js';

const width = 360;

/** The installation is set up, and the page shows the overview. */
export async function administratorInBrowser(web: WebHarness): Promise<{ browser: TestBrowser; page: Page }> {
  await web.browser().submit(await web.setUpPath(), setUpFields);
  const browser = await openBrowser({ viewport: { width, height: 800 }, locale: 'en' });
  const page = await browser.context.newPage();
  await page.goto(`${web.url.replace('127.0.0.1', 'localhost')}/admin/sign-in`);
  await page.fill('[name=password]', password);
  await page.getByRole('button', { name: 'Sign in' }).last().click();
  return { browser, page };
}

export async function looksWell(page: Page): Promise<void> {
  expect(await axeFaults(page)).to.deep.equal([]);
  const widest = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(widest, 'nothing is wider than the screen').to.be.at.most(width);
}
