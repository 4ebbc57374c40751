import { expect } from 'chai';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

const directive = (policy: string | null, name: string): string =>
  (policy ?? '')
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1) ?? '';

describe('headers of every page', () => {
  let web: WebHarness;
  afterEach(() => web.close());

  it('an own page, when it is asked for, then may be framed by nobody and runs no foreign script', async () => {
    web = await startWeb({ platforms: memoryPlatforms(aPlatform()) });
    const { headers } = await web.browser().get('/admin/sign-in');
    const policy = headers.get('Content-Security-Policy');
    expect(directive(policy, 'frame-ancestors')).to.equal("'none'");
    expect(directive(policy, 'default-src')).to.equal("'none'");
    expect(directive(policy, 'script-src')).to.match(/^'self' 'nonce-[A-Za-z0-9_-]{22}'$/);
    expect(policy).not.to.contain('unsafe');
    expect(headers.get('X-Frame-Options')).to.equal('DENY');
    expect(headers.get('X-Content-Type-Options')).to.equal('nosniff');
    expect(headers.get('Referrer-Policy')).to.equal('no-referrer');
    expect(headers.get('X-Powered-By')).to.equal(null);
    expect(headers.get('Cache-Control')).to.equal('no-store');
  });

  it('two answers, when their nonces are compared, then differ', async () => {
    web = await startWeb();
    const nonces = await Promise.all(
      [1, 2].map(async () => (await web.browser().get('/nope')).headers.get('Content-Security-Policy')),
    );
    expect(nonces[0]).not.to.equal(nonces[1]);
  });

  it('a course page, when two LMSs are linked, then may be framed by their pages alone', async () => {
    const canvas = aPlatform({
      id: 'p2',
      family: 'canvas',
      issuer: 'https://canvas.instructure.com',
      clientId: '2',
      authorizationEndpoint: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
    });
    web = await startWeb({ platforms: memoryPlatforms(aPlatform(), canvas) });
    const { headers } = await web.browser().get('/visits/aaaaaaaaaaaaaaaaaaaaaa/');
    expect(directive(headers.get('Content-Security-Policy'), 'frame-ancestors').split(' ')).to.have.members([
      'https://moodle.example.org',
      'https://sso.canvaslms.com',
      'https://canvas.instructure.com',
      'https://*.instructure.com',
    ]);
    expect(headers.get('X-Frame-Options')).to.equal(null);
  });

  it('a visit, when the LMS named a page to go back to, then that page may frame it too', async () => {
    web = await startWeb({ platforms: memoryPlatforms(aPlatform()) });
    const browser = web.browser();
    const path = await web.launch(browser, {
      roles: { teaches: false, learns: false, administers: false },
      returnUrl: 'https://canvas.school.example/courses/1',
    });
    const { headers } = await browser.get(path);
    expect(directive(headers.get('Content-Security-Policy'), 'frame-ancestors')).to.equal(
      'https://moodle.example.org https://canvas.school.example',
    );
  });

  it('a course page, when the database goes away, then may still be framed by the last known LMSs', async () => {
    const platforms = memoryPlatforms(aPlatform());
    let now = new Date('2026-11-24T10:00:00Z');
    let away = false;
    const all = () => (away ? Promise.reject(new Error('gone')) : platforms.all());
    web = await startWeb({ platforms: { ...platforms, all }, clock: () => now });
    await web.browser().get('/visits/aaaaaaaaaaaaaaaaaaaaaa/');
    away = true;
    now = new Date('2026-11-24T10:01:00Z');
    const { headers } = await web.browser().get('/visits/aaaaaaaaaaaaaaaaaaaaaa/');
    expect(directive(headers.get('Content-Security-Policy'), 'frame-ancestors')).to.equal(
      'https://moodle.example.org',
    );
  });

  it('an LMS, when it is linked, then may frame course pages a few seconds later', async () => {
    let now = new Date('2026-11-24T10:00:00Z');
    const platforms = memoryPlatforms();
    web = await startWeb({ platforms, clock: () => now });
    await web.browser().get('/visits/aaaaaaaaaaaaaaaaaaaaaa/');
    await platforms.add(aPlatform());
    now = new Date('2026-11-24T10:00:06Z');
    const { headers } = await web.browser().get('/visits/aaaaaaaaaaaaaaaaaaaaaa/');
    expect(headers.get('Content-Security-Policy')).to.contain('https://moodle.example.org');
  });

  it('transport security, when the base address is https, then is demanded; with http it is not', async () => {
    web = await startWeb({ base: 'https://acquis.example.org' });
    expect((await web.browser().get('/nope')).headers.get('Strict-Transport-Security')).to.contain('max-age');
    await web.close();
    web = await startWeb();
    expect((await web.browser().get('/nope')).headers.get('Strict-Transport-Security')).to.equal(null);
  });
});

describe('files and small answers', () => {
  let web: WebHarness;
  afterEach(() => web.close());

  it('an asset, when it is asked for by the address in the page, then is kept for ever', async () => {
    web = await startWeb();
    const { text } = await web.browser().get('/nope');
    const path = /href="(\/assets\/acquis\.css[^"]+)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    const { status, headers } = await web.browser().get(path);
    expect(status).to.equal(200);
    expect(headers.get('Cache-Control')).to.equal('public, max-age=31536000, immutable');
    expect(headers.get('Content-Encoding')).to.equal('gzip');
    const etag = headers.get('ETag') ?? '';
    expect(
      (await web.browser().get(path, { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' })).status,
    ).to.equal(304);
  });

  it('an asset, when it is asked for without its hash, then is looked at anew each time', async () => {
    web = await startWeb();
    const { headers } = await web.browser().get('/assets/copy.js');
    expect(headers.get('Cache-Control')).to.equal('public, max-age=0, must-revalidate');
    expect((await web.browser().get('/assets/..%2f..%2fpackage.json')).status).to.equal(404);
  });

  it('a style sheet, when it imports others, then comes as one with what stands in them', async () => {
    web = await startWeb();
    const { text } = await web.browser().get('/assets/course.css');
    expect(text).to.contain('.roster-filter').and.contain('.form-fold').and.not.contain('@import');
  });

  it('health, when the database answers, then is 200; when it does not, then 503', async () => {
    let away = false;
    const ping = () => (away ? Promise.reject(new Error('gone')) : Promise.resolve());
    web = await startWeb({ ping });
    expect((await web.browser().get('/health')).status).to.equal(200);
    away = true;
    expect((await web.browser().get('/health')).status).to.equal(503);
  });

  it('robots.txt, when it is asked for, then keeps everything but the start page out', async () => {
    web = await startWeb();
    expect((await web.browser().get('/robots.txt')).text).to.contain('Disallow: /\n');
  });
});
