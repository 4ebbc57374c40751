import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../../support/axe-faults.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

describe('the public pages in a browser', function () {
  this.timeout(180_000);
  let web: PublicWeb;
  let browsers: Record<'en' | 'fr', TestBrowser>;

  before(async () => {
    web = await startPublicWeb({ definition: { validMonths: 12 } });
    browsers = { en: await openBrowser({ locale: 'en' }), fr: await openBrowser({ locale: 'fr' }) };
  });
  after(async () => {
    for (const browser of Object.values(browsers ?? {})) await browser.close();
    await web?.close();
  });

  const paths = (): string[] => [
    web.path,
    `/achievements/${microCredentialId}/1`,
    `/institutions/${institutionId}`,
    `/institutions/${institutionId}/keys`,
    '/',
    '/terms',
    '/terms/SupervisionAndIdentityVerification',
    '/formats',
  ];

  const sidewards = (page: Page): Promise<number> =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  for (const [language, colorScheme] of [
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const) {
    it(`each, when it is seen in ${language} and ${colorScheme}, then axe finds nothing and 320 px are enough`, async () => {
      const page = await browsers[language].context.newPage();
      await page.emulateMedia({ colorScheme });
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      for (const path of paths()) {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(web.base + path);
        expect(await axeFaults(page), path).to.deep.equal([]);
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await sidewards(page), path).to.equal(0);
      }
      expect(complaints).to.deep.equal([]);
      await page.close();
    });
  }

  it('an award, when it is revoked or expired, then axe finds nothing in the light and in the dark', async () => {
    const ending = await startPublicWeb({ definition: { validMonths: 1 } });
    const page = await browsers.en.context.newPage();
    try {
      ending.setClock(new Date('2030-01-01T00:00:00Z'));
      for (const word of ['Expired', 'Revoked']) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.goto(ending.base + ending.path);
          expect(await page.locator('main').innerText()).to.contain(word);
          expect(await axeFaults(page), word).to.deep.equal([]);
        }
        await ending.revoke();
      }
    } finally {
      await page.close();
      await ending.close();
    }
  });

  it('an award, when it is printed, then the sheet says where to check it and leaves out what paper cannot do', async () => {
    const page = await browsers.en.context.newPage();
    await page.goto(web.base + web.path);
    const isSeen = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
    expect(await isSeen('.sheet-check')).to.equal(false);
    await page.emulateMedia({ media: 'print' });
    expect(await isSeen('.sheet-check')).to.equal(true);
    expect(await page.locator('.sheet-check').innerText()).to.contain(web.base + web.path);
    const width = await page.evaluate<number>(`document.querySelector('.sheet-check img').naturalWidth`);
    expect(width).to.be.greaterThan(20);
    for (const selector of ['.sheet-aside', '.standing .btn', '.worth', '.site-header']) {
      expect(await isSeen(selector), selector).to.equal(false);
    }
    await page.close();
  });
});
