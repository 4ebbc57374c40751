import { expect } from 'chai';
import { randomId } from '../../../src/shared/ids.js';
import { anAward } from '../../support/builders/an-award.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { webServices } from '../support/web-harness.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

const nobody = randomId();

const paths = (award: string, micro: string, version: string, institution: string): string[] => [
  `/awards/${award}`,
  ...['open-badge-3.json', 'open-badge-3.jwt', 'open-badge-2.json', 'open-badge-2.jws'].map(
    (name) => `/awards/${award}/${name}`,
  ),
  ...['badge.png', 'badge.svg', 'badge-2.png', 'badge-2-signed.png'].map(
    (name) => `/awards/${award}/${name}`,
  ),
  `/achievements/${micro}/${version}`,
  `/achievements/${micro}/${version}/badge-class.json`,
  `/achievements/${micro}/${version}/fr`,
  `/achievements/${micro}/${version}/fr/badge-class.json`,
  `/achievements/${micro}/${version}/image.png`,
  `/institutions/${institution}`,
  ...['did.json', 'issuer-2.json', 'jwks.json', 'revocation-list.json', `keys/${award}.json`].map(
    (name) => `/institutions/${institution}/${name}`,
  ),
  ...[
    'revocation-list-2.json',
    `keys-2/${award}.json`,
    `issuer-2.${award}.json`,
    `revocation-list-2.${award}.json`,
  ].map((name) => `/institutions/${institution}/${name}`),
  `/achievements/${micro}/${version}/badge-class.${award}.json`,
  `/status/${institution}`,
  `/endorsements/${award}`,
  `/endorsements/${award}/endorsement.json`,
  `/endorsements/${award}/open-badge-2.json`,
];

describe('what is not there', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  before(async () => (web = await startPublicWeb()));
  after(() => web.close());

  it('when an id is unknown, then machines are told so in JSON, open to every origin', async () => {
    for (const path of paths(nobody, nobody, '1', nobody)) {
      const answer = await web.get(path, { Accept: 'application/json' });
      expect(answer.status, path).to.equal(404);
      const { error } = (await answer.json()) as { error: { code: string } };
      expect(error.code, path).to.equal('not-found');
      expect(answer.headers.get('access-control-allow-origin'), path).to.equal('*');
      expect(answer.headers.get('cache-control'), path).to.equal('no-store');
    }
  });

  it('when a document is asked for without saying what is accepted, then the refusal is JSON; for a browser a page', async () => {
    const path = `/awards/${nobody}/open-badge-3.json`;
    expect((await web.get(path)).headers.get('content-type')).to.contain('application/json');
    expect(
      (await web.get(`/awards/${nobody}`, { Accept: 'application/vc+ld+json' })).headers.get('content-type'),
    ).to.contain('application/json');
    const page = await web.get(path, { Accept: 'text/html,*/*;q=0.8' });
    expect(page.status).to.equal(404);
    expect(await page.text()).to.contain('<h1>');
  });

  it('when people ask for it, then a page says so', async () => {
    for (const path of [
      `/awards/${nobody}`,
      `/institutions/${nobody}`,
      '/terms/Nothing',
      '/terms/toString',
    ]) {
      const answer = await web.get(path, { Accept: 'text/html' });
      expect(answer.status, path).to.equal(404);
      expect(await answer.text()).to.contain('<h1>');
    }
  });

  it('when a version is not published, then it is not there', async () => {
    for (const version of ['0', '2', '01', '1.0', '-1', '1e0', 'latest', '99999999999']) {
      expect((await web.get(`/achievements/${microCredentialId}/${version}`)).status, version).to.equal(404);
    }
    expect((await web.get(`/achievements/${microCredentialId}/1`)).status).to.equal(200);
  });

  it('when a key is of another institution, then it is not there', async () => {
    const { id } = await web.keys.current(institutionId, 'RSA');
    expect((await web.get(`/institutions/${institutionId}/keys/${id}.json`)).status).to.equal(200);
    expect((await web.get(`/institutions/${nobody}/keys/${id}.json`)).status).to.equal(404);
  });
});

describe('offers that nobody claimed', function () {
  this.timeout(60_000);

  it('when their address is known, offered or revoked, then there is nothing to see', async () => {
    const offered = anAward({ id: randomId(), institutionId, microCredentialId });
    const revoked = anAward({
      id: randomId(),
      institutionId,
      microCredentialId,
      state: 'revoked',
      subject: 's2',
    });
    const web = await startPublicWeb();
    try {
      for (const award of [offered, revoked]) {
        await web.services.awards.offer({ ...award, subject: award.id });
        for (const path of paths(award.id, nobody, '1', nobody).slice(0, 6)) {
          expect((await web.get(path)).status, path).to.equal(404);
        }
      }
    } finally {
      await web.close();
    }
  });
});

describe('ids that are none', function () {
  this.timeout(60_000);

  it('when one is tried, then the answer is 404 and the database is not asked', async () => {
    const asked: string[] = [];
    const { endorsements, institutions, microCredentials, statusLists } = webServices();
    const watched = <T extends object>(store: T): T =>
      new Proxy(store, {
        get: (target, name, receiver) => {
          const found: unknown = Reflect.get(target, name, receiver);
          if (typeof found !== 'function') return found;
          return (...given: unknown[]) => {
            asked.push(`${String(name)}(${given.join()})`);
            return (found as (...all: unknown[]) => unknown)(...given);
          };
        },
      });
    const web = await startPublicWeb();
    const { services } = web;
    Object.assign(services, {
      awards: watched(memoryAwards()),
      endorsements: watched(endorsements),
      institutions: watched(institutions),
      microCredentials: watched(microCredentials),
      statusLists: watched(statusLists),
    });
    try {
      for (const id of [
        '1',
        'x'.repeat(21),
        'x'.repeat(23),
        "'; drop table--; aaaaaa",
        '$ne',
        'ünïcödé-ünïcödé-ünïcöd',
      ]) {
        for (const path of paths(
          encodeURIComponent(id),
          encodeURIComponent(id),
          '1',
          encodeURIComponent(id),
        )) {
          expect((await web.get(path)).status, path).to.equal(404);
        }
      }
      expect(asked).to.deep.equal([]);
      await web.get(`/awards/${nobody}`);
      expect(asked).to.deep.equal([`byId(${nobody})`]);
    } finally {
      await web.close();
    }
  });
});
