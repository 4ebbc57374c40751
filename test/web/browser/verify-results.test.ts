import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { look } from '../../browser/look.js';
import { anEndorsement } from '../../domain/verification/an-endorsement.js';
import { aForeignIssuer } from '../../domain/verification/foreign-issuer.js';
import { checkedAt } from '../../domain/verification/foreign-web.js';
import { anOpenBadge2Issuer } from '../../domain/verification/open-badge-2-issuer.js';
import { openBrowser, type TestBrowser } from '../../support/chromium.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('results of verifications in a browser', function () {
  this.timeout(120_000);
  const issuer2 = anOpenBadge2Issuer();
  let browser: TestBrowser;
  let web: WebHarness;
  let texts: Record<string, string>;
  before(async () => {
    const issuer = await aForeignIssuer();
    const credential = issuer.credential();
    const about = credential['id'] as string;
    const endorsements = await Promise.all(
      [about, 'https://other.example/1'].map((id) => issuer.sign(anEndorsement(issuer, id))),
    );
    const { assertion, badge } = issuer2.documents;
    texts = {
      'with-endorsements': JSON.stringify(await issuer.sign({ ...credential, endorsement: endorsements })),
      'of-an-endorsement': JSON.stringify(endorsements[0]),
      'altered-copy': JSON.stringify({ ...assertion, badge: { ...badge, name: 'Doctor of everything' } }),
      'second-opinion': JSON.stringify(assertion),
    };
    web = await startWeb({
      fetchDocument: (url, accept) =>
        (issuer2.web.stands.has(url) ? issuer2.web : issuer.web).fetchDocument(url, accept),
      secondOpinion: { ask: async () => ({ faults: ['Signature for node 1 failed.'], missing: [] }) },
      clock: () => checkedAt,
    });
    browser = await openBrowser({ locale: 'fr' });
  });
  after(async () => {
    await browser?.close();
    await web?.close();
  });

  const sidewards = (page: Page): Promise<number> =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  for (const [name, words] of [
    ['with-endorsements', 'Recommandations qu’elle contient'],
    ['of-an-endorsement', 'Ce n’est pas une attestation'],
    ['altered-copy', 'Dans ce qui a été remis : « Doctor of everything »'],
    ['second-opinion', 'Un autre vérificateur n’y trouve pas de défaut'],
  ] as const) {
    it(`the one ${name.replaceAll('-', ' ')}, when it is seen in French, then axe finds nothing and it fits`, async () => {
      const page = await browser.context.newPage();
      await page.goto(`${web.url}/verify`);
      await page.fill('#text', texts[name] ?? '');
      await page.getByRole('button', { name: 'Vérifier', exact: true }).click();
      await page.getByText(words).first().waitFor();
      await look(page, `verify-${name}-fr`, web.url);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await sidewards(page)).to.equal(0);
      await page.close();
    });
  }
});
