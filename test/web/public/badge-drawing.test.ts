/** The badge of an award as SVG, with its credential baked in. */
import { expect } from 'chai';
import { unbakeSvg } from '../../../src/documents/baked-image/unbake-svg.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { createPictures } from '../../../src/edges/pictures/create-pictures.js';
import { openBadgesLibVerify } from '../../support/verifiers.js';
import { startPublicWeb, type PublicWeb } from './public-web.js';

describe('the badge of an award as a drawing', function () {
  this.timeout(120_000);
  let web: PublicWeb;
  beforeEach(async () => (web = await startPublicWeb({ services: { pictures: createPictures() } })));
  afterEach(() => web.close());

  const svg = async (): Promise<string> => (await web.get(`${web.path}/badge.svg`)).text();

  it('when it is unbaked, then it holds the signed credential as it was issued, and its title', async () => {
    const badge = await (await web.get(`${web.path}/open-badge-3.json`)).text();
    expect(unbakeSvg(await svg())).to.deep.equal({ found: 'badge', version: '3.0', badge });
    expect(await svg()).to.contain('<title id="title">Data literacy (Université de Test)</title>');
  });

  it('when a browser opens it as a page, then no script runs, nothing is fetched, and its type is not guessed', async () => {
    const { headers } = await web.get(`${web.path}/badge.svg`);
    expect(headers.get('content-security-policy')).to.equal(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('content-type')).to.equal('image/svg+xml');
    expect(headers.get('x-robots-tag')).to.equal('noindex, nofollow');
  });

  it('when it is handed in here, as a file or by its address, then it is found valid, and once it is revoked, revoked', async () => {
    const asked = async () =>
      Promise.all(
        [{ bytes: Buffer.from(await svg()) }, { text: `${web.base}${web.path}/badge.svg` }].map(
          async (given) => (await verifyCredential(web.services, given)).outcome,
        ),
      );
    expect(await asked()).to.deep.equal(['valid', 'valid']);
    await web.revoke();
    expect(await asked()).to.deep.equal(['revoked', 'revoked']);
  });

  it('when what is baked in was changed, then it is found altered', async () => {
    const changed = (await svg()).replaceAll('Judges the quality', 'Doubts the quality');
    const { checks } = await verifyCredential(web.services, { bytes: Buffer.from(changed) });
    expect(checks.find(({ name }) => name === 'signature')).to.include({ result: 'failed' });
  });

  it('openbadgeslib, given it, trusts it by the published keys; once it was changed, it does not', async () => {
    const origins = { [web.base.replace('http:', 'https:')]: web.base };
    const drawing = await svg();
    const answer = await openBadgesLibVerify({ image: Buffer.from(drawing), origins });
    expect(answer, answer.reason ?? '').to.include({ valid: true, trusted: true, reason: null });
    const changed = drawing.replaceAll('Judges the quality', 'Doubts the quality');
    expect((await openBadgesLibVerify({ image: Buffer.from(changed), origins })).valid).to.equal(false);
  });

  it('when people look for it, then it is among the downloads in their language', async () => {
    for (const [language, label] of [
      ['en', 'Badge picture as a drawing (SVG)'],
      ['fr', 'Image du badge en dessin (SVG)'],
    ] as const) {
      const page = await web.page(web.path, language);
      expect(page).to.match(
        new RegExp(
          `href="[^"]+/badge\\.svg" download="badge_[^"]+\\.svg">${label.replace(/[()]/g, '\\$&')}<`,
        ),
      );
    }
  });
});
