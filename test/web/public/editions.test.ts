/** A micro-credential written in two languages: its edition in the second one, at an address of its own. */
import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { openBadgesLibVerify, openBadges2Report } from '../../support/verifiers.js';
import { microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

const path = `/achievements/${microCredentialId}/1`;
const inTwoLanguages = {
  description: {
    en: 'Reading, judging and presenting data.',
    fr: 'Lire, juger et présenter des données.',
  },
};

describe('an edition in a further language', function () {
  this.timeout(120_000);
  let web: PublicWeb;
  before(async () => (web = await startPublicWeb({ definition: inTwoLanguages })));
  after(() => web.close());

  const json = async (of: string): Promise<JsonObject> => {
    const answer = await web.get(of, { Accept: 'application/ld+json' });
    expect(answer.status, of).to.equal(200);
    expect(answer.headers.get('content-type'), of).to.equal('application/ld+json');
    expect(answer.headers.get('access-control-allow-origin'), of).to.equal('*');
    return (await answer.json()) as JsonObject;
  };
  const local = (address: unknown): string => String(address).slice(web.base.length);

  it('an award that was claimed, when its related address is followed, then the achievement stands there in that language and leads back', async () => {
    const credential = await json(web.path);
    const { achievement } = credential['credentialSubject'] as { achievement: JsonObject };
    const [related] = achievement['related'] as JsonObject[];
    expect(related).to.deep.equal({ id: `${web.base}${path}/fr`, type: ['Related'], inLanguage: 'fr' });
    const french = await json(local(related?.['id']));
    expect(french).to.deep.include({
      id: `${web.base}${path}/fr`,
      inLanguage: 'fr',
      name: 'Culture des données',
      description: 'Lire, juger et présenter des données.',
      related: [{ id: `${web.base}${path}`, type: ['Related'], inLanguage: 'en' }],
      creditsAvailable: achievement['creditsAvailable'] ?? null,
    });
    expect(JSON.stringify(french['criteria'])).to.contain('L’attestation est délivrée quand');
    const kinds = (of: JsonObject): unknown[] =>
      (of['alignment'] as JsonObject[]).map((one) => [one['targetType'], one['targetCode']]);
    expect(kinds(french)).to.deep.equal(kinds(achievement));
  });

  it('a badge class, when its related address is followed, then the badge class stands there in that language and leads back', async () => {
    const [related] = (await json(`${path}/badge-class.json`))['related'] as JsonObject[];
    expect(related).to.deep.equal({ id: `${web.base}${path}/fr/badge-class.json`, '@language': 'fr' });
    expect(await json(local(related?.['id']))).to.deep.include({
      '@language': 'fr',
      name: 'Culture des données',
      related: [{ id: `${web.base}${path}/badge-class.json`, '@language': 'en' }],
    });
  });

  it('its address, when a person opens it, then it is the page of the micro-credential, in the language of the reader', async () => {
    for (const [language, title] of [
      ['en', 'Data literacy'],
      ['fr', 'Culture des données'],
    ] as const) {
      const page = await web.page(`${path}/fr`, language);
      expect(page).to.contain(`<h1`).and.to.contain(title);
      expect(page).to.contain(`<link rel="canonical" href="${web.base}${path}">`);
    }
  });

  it('a language in which it is not written, or that is none, when it is asked for, then there is nothing', async () => {
    for (const name of ['de', 'en', 'FR', 'fr-', 'x', 'fr/de', 'de/badge-class.json', 'en/badge-class.json'])
      for (const accept of ['text/html', 'application/json'])
        expect((await web.get(`${path}/${name}`, { Accept: accept })).status, name).to.equal(404);
  });

  it('what was claimed, when others verify it, then they have nothing to say', async () => {
    const credential = await (await web.get(`${web.path}/open-badge-3.json`)).text();
    const origins = { [web.base.replace('http:', 'https:')]: web.base };
    const lib = await openBadgesLibVerify({ credential, origins });
    expect(lib, lib.reason ?? '').to.include({ valid: true, trusted: true });
    for (const of of [`${web.path}/open-badge-2.json`, `${path}/fr/badge-class.json`]) {
      const report = await openBadges2Report({ input: web.base + of });
      expect(report.messages, of).to.deep.equal([]);
      expect(report, of).to.include({ valid: true, errorCount: 0, warningCount: 0 });
    }
  });
});
