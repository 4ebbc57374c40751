import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { startPublicWeb, type PublicWeb } from './public-web.js';

describe('the file for Europass', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  const file = (): string => `${web.path}/europass.jsonld`;
  beforeEach(async () => {
    web = await startPublicWeb();
  });
  afterEach(() => web.close());

  it('when the learner shows no name, then there is none and the page offers none', async () => {
    expect((await web.get(file())).status).to.equal(404);
    expect(await web.page(web.path)).not.to.contain('europass');
  });

  it('when the learner shows the name, then it is there, bears the name and has no e-mail address', async () => {
    await web.setPublic(true);
    const answer = await web.get(file());
    expect(answer.headers.get('Content-Type')).to.contain('application/ld+json');
    const text = await answer.text();
    const credential = JSON.parse(text) as JsonObject;
    expect(credential['id']).to.equal(web.base + file());
    expect(credential['type']).to.include('EuropeanDigitalCredential');
    expect(text).to.contain('Ada Learner').and.not.to.contain('ada@example.org');
  });

  for (const [language, words] of [
    ['en', 'not a sealed European Digital Credential'],
    ['fr', 'et non une attestation numérique européenne scellée'],
  ] as const) {
    it(`when the page offers it in ${language}, then it says that nothing is sealed`, async () => {
      await web.setPublic(true);
      expect(await web.page(web.path, language)).to.contain(words);
    });
  }

  it('when the award is revoked, then there is none and the page offers none', async () => {
    await web.setPublic(true);
    await web.revoke();
    expect((await web.get(file())).status).to.equal(404);
    expect(await web.page(web.path)).not.to.contain('europass');
  });

  it('when the name is hidden again, then it is gone at once', async () => {
    await web.setPublic(true);
    expect((await web.get(file())).headers.get('Cache-Control')).to.contain('no-cache');
    await web.setPublic(false);
    expect((await web.get(file())).status).to.equal(404);
  });

  for (const [language, words] of [
    ['en', 'This is unsigned ELM data, not a verifiable credential'],
    ['fr', 'Ce sont des données ELM non signées, et non une attestation vérifiable'],
  ] as const) {
    it(`when somebody verifies it in ${language}, then the page says that nobody has signed it`, async () => {
      await web.setPublic(true);
      const text = await (await web.get(file())).text();
      const answer = await fetch(`${web.base}/verify`, {
        method: 'POST',
        headers: { Accept: 'text/html', 'Accept-Language': language },
        body: new URLSearchParams({ text }),
      });
      expect((await answer.text()).replaceAll('\u00a0', ' ')).to.contain(words);
    });
  }
});
