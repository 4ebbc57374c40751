import { request } from 'node:http';
import { expect } from 'chai';
import { setUpFields } from '../admin/admin-forms.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { tokenIn } from '../support/test-browser.js';

describe('what is sent to the pages', () => {
  let web: WebHarness;
  beforeEach(async () => (web = await startWeb()));
  afterEach(() => web.close());

  it('a form of 5 MB, when it is sent to any address, then is refused with a page that says what to do', async () => {
    for (const path of ['/visits/aaaaaaaaaaaaaaaaaaaaaa/credential', await web.setUpPath(), '/nowhere']) {
      const { status, text } = await web.browser().send(path, { text: 'x'.repeat(5_000_000) });
      expect(status, path).to.equal(413);
      expect(text).to.contain('shorten the text').and.to.contain('Reference number');
    }
    expect((await web.browser().get('/health')).status).to.equal(200);
  });

  it('a body, when it is sent with state=a b to any address, then does not end the process', async () => {
    for (const path of [
      '/',
      '/nowhere',
      '/admin',
      '/admin/sign-in',
      '/visits/x/',
      '/setup/x',
      '/lti/nowhere',
    ])
      for (const body of [
        'state=a b',
        'state=a;b',
        'state=a&state=b',
        'state=%0a&id_token=x',
        '%',
        'a[b]=c',
      ]) {
        const answer = await fetch(web.url + path, {
          method: 'POST',
          body,
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        });
        expect(answer.status, `${path} ${body}`).to.be.within(400, 499);
      }
    expect((await web.browser().get('/health')).status).to.equal(200);
  });

  it('a request, when it is answered, then one line tells what it was, with the reference that the answer has', async () => {
    const answer = await fetch(`${web.url}/visits/secret/?token=secret`);
    const reference = answer.headers.get('x-request-id');
    expect(reference).to.match(/^[0-9A-F]{4}(-[0-9A-F]{4}){2}$/);
    await answer.text();
    while (!web.log.some(({ msg }) => msg === 'request completed')) await new Promise(setImmediate);
    const lines = web.log.filter(({ req }) => (req as { id?: string } | undefined)?.id === reference);
    expect(lines.map(({ msg }) => msg)).to.deep.equal(['refused', 'request completed']);
    expect(lines.at(-1)).to.deep.include({
      req: { id: reference, method: 'GET', path: '/visits/…/' },
      res: { status: answer.status },
    });
    expect(JSON.stringify(web.log)).not.to.contain('secret');
  });

  it('a request, when the reader goes away before the answer, then its line says so', async () => {
    const { port } = new URL(web.url);
    const broken = request({ port, host: '127.0.0.1', path: '/admin/sign-in', method: 'POST' });
    broken.setHeader('Content-Length', '1000');
    broken.on('error', () => undefined);
    broken.write('password=half', () => broken.destroy());
    while (!web.log.some(({ msg }) => msg === 'request aborted'))
      await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it('an address, when it cannot be decoded, then is answered with 400 and a page', async () => {
    const { status, text } = await web.browser().get('/visits/%E0%A4%A/');
    expect(status).to.equal(400);
    expect(text).to.contain('Reference number');
  });

  it('a request, when it breaks off in the middle of a form, then the next one is answered', async () => {
    const { port } = new URL(web.url);
    await new Promise<void>((resolve) => {
      const broken = request({ port, host: '127.0.0.1', path: '/admin/sign-in', method: 'POST' });
      broken.setHeader('Content-Type', 'application/x-www-form-urlencoded');
      broken.setHeader('Content-Length', '1000');
      broken.on('error', () => resolve());
      broken.write('password=half', () => broken.destroy(new Error('gone')));
    });
    expect((await web.browser().get('/health')).status).to.equal(200);
  });
});

describe('form tokens', () => {
  let web: WebHarness;
  beforeEach(async () => (web = await startWeb()));
  afterEach(() => web.close());

  const wrong: [string, Record<string, string>][] = [
    ['without a token', {}],
    ['with a made-up token', { _form: 'A'.repeat(43) }],
    ['with an empty token', { _form: '' }],
  ];
  for (const [what, extra] of wrong)
    it(`a form, when it is sent ${what}, then is refused and changes nothing`, async () => {
      const path = await web.setUpPath();
      const { status, text } = await web.browser().send(path, { ...setUpFields, ...extra });
      expect(status).to.equal(403);
      expect(text).to.contain('This form has expired');
      expect(await web.services.institutions.all()).to.have.length(0);
    });

  it('a form, when its token is of another session, then is refused', async () => {
    const [mine, other] = [web.browser(), web.browser()];
    await mine.get('/admin/sign-in');
    // the installation has to be set up for the form to be shown
    await web.services.administrators.setFirstPassword('hashed x');
    const token = tokenIn((await other.get('/admin/sign-in')).text);
    expect(token).to.have.length(43);
    const { status } = await mine.send('/admin/sign-in', { _form: token, password: 'x' });
    expect(status).to.equal(403);
    expect((await mine.get('/admin')).status).to.equal(303);
  });

  it('a form, when another site sends it with the right token, then is refused', async () => {
    const path = await web.setUpPath();
    const browser = web.browser();
    const _form = tokenIn((await browser.get(path)).text);
    const cross = await browser.send(path, { ...setUpFields, _form }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(cross.status).to.equal(403);
    const same = await browser.send(path, { ...setUpFields, _form }, { 'Sec-Fetch-Site': 'same-origin' });
    expect(same.status).to.equal(303);
  });
});
