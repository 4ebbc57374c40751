import { expect } from 'chai';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

/** Every document that has an address of its own: path, media type, how long it may be kept at most (seconds). */
function documents(web: PublicWeb, keyId: string): [path: string, type: string, seconds: number][] {
  const institution = `/institutions/${institutionId}`;
  const achievement = `/achievements/${microCredentialId}/1`;
  return [
    [`${web.path}/open-badge-3.json`, 'application/vc+ld+json', 3600],
    [`${web.path}/open-badge-3.jwt`, 'text/plain; charset=utf-8', 3600],
    [`${web.path}/open-badge-2.json`, 'application/ld+json', 30],
    [`${web.path}/open-badge-2.jws`, 'text/plain; charset=utf-8', 3600],
    [`${web.path}/badge-2-signed.png`, 'image/png', 60],
    [`${web.path}/badge.png`, 'image/png', 60],
    [`${web.path}/badge.svg`, 'image/svg+xml', 60],
    [`${web.path}/badge-2.png`, 'image/png', 60],
    [`${web.path}/certificate.en.pdf`, 'application/pdf', 30],
    [`${achievement}/badge-class.json`, 'application/ld+json', 60],
    [`${achievement}/badge-class.${keyId}.json`, 'application/ld+json', 60],
    [`${achievement}/fr/badge-class.json`, 'application/ld+json', 60],
    [`${achievement}/fr/badge-class.${keyId}.json`, 'application/ld+json', 60],
    [`${achievement}/image.png`, 'image/png', 60],
    [`${institution}/did.json`, 'application/json', 60],
    [`${institution}/issuer-2.json`, 'application/ld+json', 60],
    [`${institution}/issuer-2.${keyId}.json`, 'application/ld+json', 60],
    [`${institution}/jwks.json`, 'application/jwk-set+json', 60],
    [`${institution}/key-history.json`, 'application/json', 60],
    [`${institution}/keys/${keyId}.json`, 'application/jwk+json', 60],
    [`${institution}/keys-2/${keyId}.json`, 'application/ld+json', 60],
    [`${institution}/revocation-list-2.json`, 'application/ld+json', 30],
    [`${institution}/revocation-list-2.${keyId}.json`, 'application/ld+json', 30],
    [`${institution}/revocation-list.json`, 'application/json', 30],
    [`/status/${web.award.statusPlace?.listId}`, 'application/vc+ld+json', 30],
    [`/status/${web.award.statusPlace?.listId}.jwt`, 'application/statuslist+jwt', 30],
    ['/credential-types/micro-credential-1', 'application/json', 60],
  ];
}

describe('documents for machines', function () {
  this.timeout(60_000);
  let web: PublicWeb;
  let all: ReturnType<typeof documents>;

  before(async () => {
    const keys = memoryKeys();
    web = await startPublicWeb({
      definition: { description: { en: 'Reading data.', fr: 'Lire des données.' } },
      services: { keys },
    });
    const first = await keys.current(institutionId, 'RSA');
    // one that follows has documents of its own
    await keys.renew(institutionId, [first.id]);
    const key = await keys.current(institutionId, 'RSA');
    all = documents(web, key.id);
  });
  after(() => web.close());

  it('each, when it is asked for, then has its media type, whatever is accepted', async () => {
    for (const [path, type] of all) {
      for (const accept of ['*/*', 'text/html']) {
        const answer = await web.get(path, { Accept: accept });
        expect(answer.status, path).to.equal(200);
        expect(answer.headers.get('content-type')?.toLowerCase(), path).to.match(
          new RegExp(`^${type.replace(/[.*+]/g, '\\$&')}(; charset=utf-8)?$`),
        );
      }
    }
  });

  it('each, when another site reads or embeds it, then is let through, without cookies', async () => {
    for (const [path] of all) {
      const { headers } = await web.get(path, { Origin: 'https://wallet.example' });
      expect(headers.get('access-control-allow-origin'), path).to.equal('*');
      expect(headers.get('cross-origin-resource-policy'), path).to.equal('cross-origin');
      expect(headers.get('set-cookie'), path).to.equal(null);
    }
  });

  it('each, when a browser asks beforehand, then is told what it may', async () => {
    for (const [path] of [...all, [web.path] as const]) {
      const answer = await web.get(path, { 'Access-Control-Request-Method': 'GET' }, 'OPTIONS');
      expect(answer.status, path).to.equal(204);
      expect(answer.headers.get('access-control-allow-origin'), path).to.equal('*');
      expect(answer.headers.get('access-control-allow-methods'), path).to.contain('GET');
      expect(answer.headers.get('access-control-allow-headers'), path).to.contain('Accept');
    }
  });

  it('each, when it is kept by others, then not for longer than it may be wrong, nor by language or cookie', async () => {
    for (const [path, , seconds] of all) {
      const { headers } = await web.get(path);
      expect(headers.get('cache-control'), path).to.match(new RegExp(`^public, max-age=${seconds}(,|$)`));
      expect(headers.get('vary'), path).to.equal(null);
    }
  });

  it('each, when the reader has it already, then is not sent again', async () => {
    for (const [path] of all) {
      const etag = (await web.get(path)).headers.get('etag') ?? '';
      expect(etag, path).to.match(/^"[^"]{20,}"$/);
      const again = await web.get(path, { 'If-None-Match': etag });
      expect(again.status, path).to.equal(304);
      expect(await again.text()).to.equal('');
      expect(again.headers.get('access-control-allow-origin'), path).to.equal('*');
      expect((await web.get(path, { 'If-None-Match': '"other"' })).status, path).to.equal(200);
    }
  });

  it('each, when only its headers are asked for, then they are the same and no body comes', async () => {
    for (const [path] of all) {
      const [whole, head] = [await web.get(path), await web.get(path, {}, 'HEAD')];
      expect(head.status, path).to.equal(200);
      for (const name of ['content-type', 'content-length', 'etag']) {
        expect(head.headers.get(name), `${path} ${name}`).to.equal(whole.headers.get(name));
      }
      expect(Number(whole.headers.get('content-length'))).to.be.greaterThan(20);
      expect(await head.text()).to.equal('');
    }
  });

  it('the address of an award, when its form for machines is kept, then is asked for anew each time', async () => {
    const answer = await web.get(web.path, { Accept: 'application/json' });
    expect(answer.headers.get('cache-control')).to.equal('public, no-cache');
    const etag = answer.headers.get('etag') ?? '';
    const again = await web.get(web.path, { Accept: 'application/json', 'If-None-Match': etag });
    expect(again.status).to.equal(304);
    const jwt = await web.get(web.path, { Accept: 'text/plain', 'If-None-Match': etag });
    expect(jwt.status).to.equal(200);
  });

  it('the address of an edition, when its form for machines is kept, then is asked for anew each time, and not sent again', async () => {
    const path = `/achievements/${microCredentialId}/1/fr`;
    const answer = await web.get(path, { Accept: 'application/json' });
    expect(answer.headers.get('cache-control')).to.equal('public, no-cache');
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    const known = { Accept: 'application/json', 'If-None-Match': answer.headers.get('etag') ?? '' };
    expect((await web.get(path, known)).status).to.equal(304);
  });

  it('the page of an award, when it is kept, then is asked for anew, as its holder may hide the name again', async () => {
    const { headers } = await web.get(web.path, { Accept: 'text/html' });
    expect(headers.get('cache-control')).to.equal('no-cache');
    expect(headers.get('x-robots-tag')).to.equal('noindex, nofollow');
    expect(await web.page(web.path)).to.contain('<meta name="robots" content="noindex, nofollow">');
  });
});
