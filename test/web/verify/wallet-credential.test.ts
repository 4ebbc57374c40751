import { expect } from 'chai';
import { publishedAward } from '../../../src/domain/awards/published-award.js';
import { sdJwtDocument } from '../../../src/domain/awards/sd-jwt-document.js';
import { randomId } from '../../../src/shared/ids.js';
import { verifyAnswerShape } from '../../../src/web/pages/verify/verify-answer.js';
import { aClaimedAward, awardId } from '../../domain/verification/claimed-award.js';
import { depsOn } from '../../domain/verification/foreign-web.js';
import { aWalletIssuer } from '../../domain/verification/sd-jwt/wallet-issuer.js';
import { memorySharedResults } from '../../support/memory/memory-shared-results.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('a credential for wallets on the verification page', () => {
  let world: Awaited<ReturnType<typeof aClaimedAward>>;
  let web: WebHarness;
  let wallet: string;

  before(async () => {
    world = await aClaimedAward();
    web = await startWeb({ ...world.deps, sharedResults: memorySharedResults() });
    const award = await publishedAward(world.deps, awardId);
    wallet = (award && (await sdJwtDocument({ ...world.deps, newId: randomId }, award))) ?? '';
  });
  after(() => web.close());

  const handIn = async (fields: Record<string, string | Blob>, language = 'en', to = '/verify') => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const headers = { Accept: 'text/html', 'Accept-Language': language };
    const answer = await fetch(`${web.url}${to}`, { method: 'POST', body, headers });
    return (await answer.text()).replaceAll('&#x3D;', '=');
  };

  for (const [language, title, form, note] of [
    ['en', 'This credential is valid', 'Credential for digital wallets', 'no personal data are shown'],
    ['fr', 'Cette attestation est valide', 'Attestation pour portefeuilles', 'aucune donnée personnelle'],
  ] as const) {
    it(`when the file is handed in in ${language}, then it is valid, and what it shows of its holder is not repeated`, async () => {
      const page = await handIn({ file: new Blob([wallet]), text: '' }, language);
      expect(page).to.contain(title).and.to.contain(form).and.to.contain(note);
      expect(page).to.contain('Université de Test').and.to.contain(`href="/awards/${awardId}"`);
      expect(page).not.to.contain('Ada').and.not.to.contain('ada@example.org');
    });
  }

  it('when its e-mail address is asked for, then the page says whose it is and needs no other note', async () => {
    const page = await handIn({ text: wallet, email: 'ada@example.org' });
    expect(page).to.contain('It belongs to the e-mail address that you gave.');
    expect(page).not.to.contain('no personal data are shown');
  });

  it('when its holder shows nothing, then the page names none, and says what to ask for', async () => {
    const page = await handIn({ text: `${wallet.split('~')[0]}~`, email: 'ada@example.org' });
    expect(page).to.contain('This credential is valid').and.to.contain('Ask for a copy that shows it.');
    expect(page).to.contain('as far as its holder shows it').and.not.to.contain('Its page tells');
    expect(page).not.to.contain('href="/awards/');
  });

  it('when a part was added, then the page says altered, and why', async () => {
    const page = await handIn({ text: `${wallet}WyJzIiwibmFtZSIsIkV2ZSJd~` });
    expect(page).to.contain('This credential was altered').and.to.contain('its issuer did not sign');
  });

  it('when a program asks, then the answer has the promised shape and no e-mail address', async () => {
    const text = await handIn({ text: wallet, email: 'ada@example.org' }, 'en', '/verify.json');
    const answer = verifyAnswerShape.parse(JSON.parse(text));
    expect(answer).to.include({ outcome: 'valid', kind: 'sd-jwt-vc', believed: true });
    expect(answer.checks.map(({ reason }) => reason)).to.include('recipient-matches');
    expect(text).not.to.contain('ada@example.org').and.not.to.contain('Ada');
  });

  it('when the result is shared, then the shared page says the same', async () => {
    const page = await handIn({ text: wallet });
    const result = /name="result" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const { headers } = await web.browser().send('/verify/results', { result, days: '7' });
    const path = (headers.get('location') ?? '').split('/own/')[0] ?? '';
    const { text } = await web.browser().get(path);
    expect(text).to.contain('This credential is valid').and.to.contain('Credential for digital wallets');
  });
});

describe('a credential for wallets that is bound to a key, on the verification page', () => {
  it('when no proof of its holder came with it, then the page says so beside that it is valid', async () => {
    const issuer = await aWalletIssuer();
    const web = await startWeb(depsOn(issuer.web));
    try {
      const text = issuer.signByHttps({ cnf: { jwk: issuer.own.jwk } });
      const page = (await web.browser().send('/verify', { text })).text;
      expect(page).to.contain('This credential is valid').and.to.contain('urn:example:diploma:1');
      expect(page.split('no proof came with it')).to.have.length(3);
      expect(page).to.contain('It was handed over by its holder');
    } finally {
      await web.close();
    }
  });
});
