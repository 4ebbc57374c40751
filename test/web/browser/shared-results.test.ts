import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { look } from '../../browser/look.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { startPublicWeb, type PublicWeb } from '../public/public-web.js';

describe('sharing the result of a verification in a browser', function () {
  this.timeout(120_000);
  let web: PublicWeb;
  before(async () => {
    web = await startPublicWeb();
  });
  after(() => web.close());

  for (const [language, javaScript, words] of [
    [
      'en',
      true,
      {
        verify: 'Verify',
        result: 'This credential is valid',
        month: '30 days',
        share: 'Share this result',
        shared: 'Your result is shared',
        open: 'Open the shared result',
        again: 'Check again now',
        delete: 'Delete the result now',
        deleted: 'The result was deleted',
        gone: 'This result is no longer here',
      },
    ],
    [
      'fr',
      false,
      {
        verify: 'Vérifier',
        result: 'Cette attestation est valide',
        month: '30 jours',
        share: 'Partager ce résultat',
        shared: 'Votre résultat est partagé',
        open: 'Ouvrir le résultat partagé',
        again: 'Vérifier à nouveau maintenant',
        delete: 'Supprimer le résultat maintenant',
        deleted: 'Le résultat a été supprimé',
        gone: 'Ce résultat n’est plus ici',
      },
    ],
  ] as const) {
    it(`in ${language}, ${javaScript ? 'with' : 'without'} JavaScript: verified, shared, opened, checked again, deleted`, async () => {
      const browser: TestBrowser = await openBrowser({ locale: language, javaScript });
      try {
        await journey(await browser.context.newPage(), language, words, javaScript);
      } finally {
        await browser.close();
      }
    });
  }

  async function journey(
    page: Page,
    language: string,
    words: Record<string, string>,
    looked: boolean,
  ): Promise<void> {
    const said = (word: string): string => words[word] ?? '';
    const heading = (word: string) => page.getByRole('heading', { level: 1, name: said(word) }).waitFor();
    const press = (word: string) => page.getByRole('button', { name: said(word), exact: true }).click();
    // what is looked at in the page itself needs its scripts
    const seen = async (name: string): Promise<void> => {
      if (looked) await look(page, `shared-result-${name}-${language}`, web.base);
    };

    await page.goto(`${web.base}/verify`);
    await seen('form');
    await page.fill('#address', web.base + web.path);
    await press('verify');
    await heading('result');
    await seen('verified');
    await page.getByLabel(said('month')).check();
    await press('share');
    await heading('shared');
    await seen('own');
    const own = page.url();
    const link = await page.inputValue('#shared-address');
    expect(await page.inputValue('#own-address')).to.equal(own);

    await page.getByRole('link', { name: said('open') }).click();
    await heading('result');
    expect(page.url()).to.equal(link);
    await seen('shared');
    await page.getByRole('link', { name: said('again') }).click();
    await heading('result');
    expect(page.url()).to.contain('/verify?address=');

    await page.goto(own);
    await press('delete');
    await heading('deleted');
    await seen('deleted');
    await page.goto(link);
    await heading('gone');
    await seen('gone');
  }
});
