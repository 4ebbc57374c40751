import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../../support/axe-faults.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { password, setUpFields } from '../admin/admin-forms.js';
import { filled } from '../endorsements/endorse-web.js';
import { startEndorsedWeb } from '../public/endorsed-web.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('endorsements in a browser', function () {
  this.timeout(120_000);
  let browser: TestBrowser;
  let web: WebHarness;
  let page: Page;
  let origin: string;
  const messages: string[] = [];
  before(async () => {
    web = await startWeb({
      mail: {
        send: async ({ text }) => {
          messages.push(text);
          return 'sent';
        },
      },
    });
    origin = web.url.replace('127.0.0.1', 'localhost');
    browser = await openBrowser({ viewport: { width: 360, height: 800 } });
    page = await browser.context.newPage();
  });
  after(async () => {
    await browser?.close();
    await web?.close();
  });

  const says = (text: string) => page.getByText(text).first().waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const looksWell = async (seen = page): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      // without the change of colours that takes its time
      await seen.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await axeFaults(seen), seen.url()).to.deep.equal([]);
    }
    const width = await seen.evaluate<number>('document.documentElement.scrollWidth');
    expect(width, `${seen.url()} is no wider than the screen`).to.be.at.most(360);
  };
  const linkIn = (text: string): string => origin + (/(\/endorse\/\S+)/.exec(text)?.[1] ?? '');

  it('an administrator invites, somebody endorses the institution, confirms and is accepted, and takes it back', async () => {
    const admin = web.browser();
    await admin.submit(await web.setUpPath(), setUpFields);
    await page.goto(`${origin}/admin/sign-in`);
    await page.fill('[name=password]', password);
    await press('Sign in');
    await page.getByRole('link', { name: 'Endorsements (Haute École de Test)' }).click();
    await says('Nobody was invited yet.');
    await looksWell();
    await page.fill('[name=invited]', 'Acme');
    await press('Make the invitation');
    await says('Copy the link now');
    await looksWell();
    const list = page.url();
    const link = (await page.inputValue('#invitation-link')).replace('http://localhost:8080', origin);

    await page.goto(link);
    await says('Your endorsement');
    await looksWell();
    await press('See how it will read');
    await says('Write a text in one language at least');
    await looksWell();
    for (const [name, value] of Object.entries(filled)) {
      if (name === 'country') await page.selectOption(`[name=${name}]`, value);
      else if (name === 'maySpeak') await page.check(`[name=${name}]`);
      else await page.fill(`[name="${name}"]`, value);
    }
    // Enter does what the main button does
    await page.press('[name=organisation]', 'Enter');
    await says('This is how it will read');
    await looksWell();
    await press('Confirm and give the endorsement');
    await says('Confirm your e-mail address');
    await looksWell();
    await page.goto(linkIn(messages.at(-1) ?? ''));
    await looksWell();
    await press('Yes, it was me');
    await says('Your e-mail address is confirmed');
    await page.goto(link);
    await says('your endorsement is given');
    await looksWell();

    await page.goto(list);
    await says('To be accepted');
    await page.getByRole('link', { name: 'Acme SA' }).click();
    await says('jane@acme.example');
    await looksWell();
    await press('Decline');
    await says('The endorsement was declined');
    await page.goto(link);
    await says('Your endorsement was not accepted');
    await looksWell();
    await page.goto(`${link}/signed`);
    await says('The endorsement has moved on');
  });

  it('the public pages, when they show endorsements, then axe finds nothing and 360 px are enough', async () => {
    const endorsed = await startEndorsedWeb();
    const seen = await browser.context.newPage();
    try {
      for (const path of [
        endorsed.ofVersion,
        endorsed.ofInstitution,
        endorsed.endorsedPath,
        `/achievements/${endorsed.award.microCredentialId}/1`,
      ]) {
        await seen.goto(endorsed.base + path);
        await seen.getByText('Acme SA').first().waitFor();
        await looksWell(seen);
      }
      await endorsed.withdraw();
      await seen.goto(endorsed.base + endorsed.ofVersion);
      await seen.getByText('withdrew this endorsement').waitFor();
      await looksWell(seen);
    } finally {
      await seen.close();
      await endorsed.close();
    }
  });
});
