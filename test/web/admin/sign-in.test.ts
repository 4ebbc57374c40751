import { expect } from 'chai';
import { tokenIn, type TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';
import { password, setUpFields } from './admin-forms.js';

describe('signing in', () => {
  let web: WebHarness;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-11-24T10:00:00Z');
    web = await startWeb({ clock: () => now });
  });
  afterEach(() => web.close());

  const setUp = async () => web.browser().submit(await web.setUpPath(), setUpFields);

  it('the page, when nothing is set up yet, then says where the link is found', async () => {
    const { text } = await web.browser().get('/admin/sign-in');
    expect(text).to.contain('one-time set-up link').and.not.to.contain('type="password"');
  });

  it('an administrator, when the password is right, then gets a cookie for our own pages alone', async () => {
    await setUp();
    const answer = await web.browser().submit('/admin/sign-in', { password });
    const cookie =
      answer.headers.getSetCookie().find((line) => line.startsWith('__Host-acquis-admin=')) ?? '';
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/'])
      expect(cookie).to.contain(`; ${attribute}`);
  });

  it('a wrong password, when it is sent, then is told in clear words and is not shown again', async () => {
    await setUp();
    const { status, text } = await web.browser().submit('/admin/sign-in', { password: 'wrong-password-1' });
    expect(status).to.equal(403);
    expect(text).to.contain('That is not the password').and.not.to.contain('wrong-password-1');
  });

  it('an eleventh attempt, when ten failed, then is refused even with the right password, until 15 minutes are over', async () => {
    await setUp();
    for (let attempt = 1; attempt <= 10; attempt++)
      expect((await web.browser().submit('/admin/sign-in', { password: 'no' })).status).to.equal(403);
    const refused = await web.browser().submit('/admin/sign-in', { password });
    expect(refused.status).to.equal(429);
    expect(refused.text).to.contain('Too many attempts').and.to.contain('Wait 15 minutes');
    now = new Date('2026-11-24T10:16:00Z');
    expect((await web.browser().submit('/admin/sign-in', { password })).status).to.equal(303);
  });

  describe('while strangers try', () => {
    /** Each attempt from another source. */
    async function storm(): Promise<void> {
      await web.close();
      web = await startWeb({ clock: () => now, trustProxy: 1 });
      await setUp();
    }
    const from = async (browser: TestBrowser, address: string, typed: string): Promise<number> => {
      const form = tokenIn((await browser.get('/admin/sign-in')).text);
      const headers = { 'X-Forwarded-For': address };
      return (await browser.send('/admin/sign-in', { _form: form, password: typed }, headers)).status;
    };

    it('a browser that signed in or set up before, when all attempts are used up, then still gets in', async () => {
      await storm();
      const [signedIn, settingUp, stranger] = [web.browser(), web.browser(), web.browser()];
      expect(await from(signedIn, '192.0.2.1', password)).to.equal(303);
      await settingUp.submit(await web.setUpPath(), setUpFields);
      expect(await from(signedIn, '192.0.2.1', password)).to.equal(303);
      for (let n = 0; n < 50; n += 1) expect(await from(stranger, `198.51.100.${n}`, 'no')).to.equal(403);
      expect(await from(stranger, '203.0.113.1', password)).to.equal(429);
      expect(await from(signedIn, '203.0.113.2', password)).to.equal(303);
      expect(await from(settingUp, '203.0.113.3', password)).to.equal(303);
    });

    it('ten attempts, when they come from one IPv6 network, then close it and not its neighbour', async () => {
      await storm();
      for (let n = 0; n < 10; n += 1)
        expect(await from(web.browser(), `2001:db8:0:1${n}::${n}`, 'no')).to.equal(403);
      expect(await from(web.browser(), '2001:db8:0:1f:ffff::1', password)).to.equal(429);
      expect(await from(web.browser(), '2001:db8:0:100::1', password)).to.equal(303);
    });

    it('the mark of a known browser, when it is set, then goes to our own pages alone and for a long time', async () => {
      await setUp();
      const answer = await web.browser().submit('/admin/sign-in', { password });
      const cookie =
        answer.headers.getSetCookie().find((line) => line.startsWith('__Host-acquis-known=')) ?? '';
      for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/', 'Expires=Wed, 29 Dec 2027'])
        expect(cookie).to.contain(`; ${attribute}`);
    });
  });

  it('every administrator page, when nobody is signed in, then leads to the sign-in or refuses', async () => {
    await setUp();
    for (const path of [
      '/admin',
      '/admin/platforms/new',
      '/admin/platforms/x',
      '/admin/institutions/x',
      '/admin/nope',
    ]) {
      const page = await web.browser().get(path);
      expect(page.status, path).to.equal(303);
      expect(page.headers.get('Location')).to.equal(`/admin/sign-in?to=${encodeURIComponent(path)}`);
      expect((await web.browser().send(path, {})).status, path).to.equal(401);
      const machine = await web.browser().get(path, { Accept: 'application/json' });
      expect(machine.status).to.equal(401);
    }
  });

  it('the page one wanted, when it is of the administration, then follows the sign-in; another site never does', async () => {
    await setUp();
    const wanted: [string, string][] = [
      ['/admin/platforms/new', '/admin/platforms/new'],
      ['//evil.example', '/admin'],
      ['https://evil.example/admin', '/admin'],
      ['/admin/../visits', '/admin'],
    ];
    for (const [to, location] of wanted) {
      const answer = await web.browser().submit('/admin/sign-in', { password, to });
      expect(answer.headers.get('Location')).to.equal(location);
    }
  });

  it('a session, when one signs out, then is over; when 12 hours went by, too', async () => {
    await setUp();
    const browser = web.browser();
    await browser.submit('/admin/sign-in', { password });
    const kept = new Map(browser.cookies);
    const out = await browser.submit('/admin', {}, '/admin/sign-out');
    expect(out.headers.get('Location')).to.equal('/admin/sign-in');
    expect(browser.cookies.has('__Host-acquis-admin')).to.equal(false);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.get('/admin')).status).to.equal(303);
    await browser.submit('/admin/sign-in', { password });
    now = new Date('2026-11-24T22:01:00Z');
    expect((await browser.get('/admin')).status).to.equal(303);
  });
});
