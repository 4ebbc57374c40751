/** H4: launches in a frame whose browser keeps no cookie, step by step. What a real browser makes of it: see the test beside. */
import { expect } from 'chai';
import { openState, type LaunchState } from '../../src/lti/launch/launch-state.js';
import { hashSecret } from '../../src/shared/hash-secret.js';
import type { Page, TestBrowser } from '../web/support/test-browser.js';
import { aLogin, authenticationOf, codeOf, login } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

/** What data-* attributes of the step say. */
const dataOf = (page: Page, name: string): string | undefined =>
  new RegExp(`data-${name}="([^"]*)"`)
    .exec(page.text)?.[1]
    ?.replaceAll('&amp;', '&')
    .replaceAll('&#x3D;', '=');
const hidden = (page: Page, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page.text)?.[1] ?? '';

describe('H4 launches without cookies', () => {
  let acquis: LtiHarness;
  let lms: ScriptedPlatform;
  before(async () => {
    lms = await startScriptedPlatform(() => acquis.base);
    acquis = await startLti({ platforms: [lms.platform] });
  });
  after(async () => {
    await acquis.close();
    await lms.close();
  });

  /** A browser in a frame that forgets every cookie at once. */
  const forgetful = (): TestBrowser => {
    const browser = acquis.browser();
    const forget = async (page: Promise<Page>): Promise<Page> => {
      const answer = await page;
      browser.cookies.clear();
      return answer;
    };
    return {
      ...browser,
      get: (path, headers) => forget(browser.get(path, headers)),
      send: (path, fields, headers) => forget(browser.send(path, fields, headers)),
    };
  };
  const withStorage = (target = 'post_message_forwarding'): Record<string, string> => ({
    ...aLogin(acquis, lms.platform),
    lti_storage_target: target,
  });
  const own = (): Record<string, string> => ({ Origin: acquis.base });
  const signed = (state: string): LaunchState | undefined =>
    openState(acquis.deps.sessionKey, state, new Date());
  const tokenFor = (state: string): Promise<string> =>
    lms.sign(lms.claims(signed(state)?.nonce ?? 'no such state'));
  /** The state that the storage page sends to the LMS. */
  const stateOf = (put: Page): string => new URL(dataOf(put, 'next') ?? '').searchParams.get('state') ?? '';
  /** Login and launch by the LMS's storage, up to the hand-off page. */
  const handedOff = async (browser: TestBrowser): Promise<Page> => {
    const put = await login(browser, withStorage());
    const [state, proof = ''] = [stateOf(put), dataOf(put, 'value')];
    const fields = { state, proof, id_token: await tokenFor(state) };
    return browser.send('/lti/launch', fields, own());
  };
  const handOffFields = (page: Page): Record<string, string> =>
    Object.fromEntries(['state', 'proof', 'id_token'].map((name) => [name, hidden(page, name)]));

  it('a first login, posted into a frame, sets a partitioned cookie and asks the browser once to show it', async () => {
    const browser = acquis.browser();
    const fields = aLogin(acquis, lms.platform);
    const page = await browser.send('/lti/login', fields);
    const cookie = page.headers.getSetCookie().find((line) => line.startsWith('__Host-acquis-browser='));
    expect(cookie?.split('; ').slice(1)).to.have.members([
      'Path=/',
      'Secure',
      'HttpOnly',
      'SameSite=None',
      'Partitioned',
    ]);
    expect(page.status).to.equal(303);
    const asked = new URL(page.headers.get('Location') ?? '', acquis.base);
    expect(Object.fromEntries(asked.searchParams)).to.deep.equal({ ...fields, asked: '1' });
    expect(acquis.used.all.size).to.equal(0);
    const next = await browser.get(asked.pathname + asked.search);
    expect([next.status, authenticationOf(next).url.origin]).to.deep.equal([302, lms.url]);
  });

  it('a browser with our cookie, at login, is sent to the LMS at once with everything the standard wants', async () => {
    const browser = acquis.browser();
    await login(browser, aLogin(acquis, lms.platform));
    const page = await browser.send('/lti/login', aLogin(acquis, lms.platform));
    const { url, state, nonce } = authenticationOf(page);
    expect(page.status).to.equal(302);
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: 'client-1',
      redirect_uri: `${acquis.base}/lti/launch`,
      login_hint: 'learner-1',
      lti_message_hint: 'hint-1',
      state,
      nonce,
    });
  });

  it('a browser without cookies, where the LMS has no storage, gets a link to a window, and no login is used up', async () => {
    const used = acquis.used.all.size;
    const page = await login(forgetful(), aLogin(acquis, lms.platform));
    const link = /<a [^>]*href="(\/lti\/login\?[^"]+)" target="_blank"/.exec(page.text)?.[1] ?? '';
    expect(page.text).to.contain('Open in a new window').and.to.contain('“Launch container”');
    expect(link).to.not.contain('asked');
    expect(acquis.used.all.size).to.equal(used);
    const inWindow = acquis.browser();
    const path = link.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    const bounced = await inWindow.get(path);
    const sent = await inWindow.get(bounced.headers.get('Location') ?? '');
    expect(authenticationOf(sent).url.searchParams.get('login_hint')).to.equal('learner-1');
  });

  it('the pages of this way, read in French, are French and run no script of their own', async () => {
    const browser = forgetful();
    const french = { 'Accept-Language': 'fr' };
    const query = (fields: Record<string, string>): string =>
      `/lti/login?${new URLSearchParams({ ...fields, asked: '1' }).toString()}`;
    const put = await browser.get(query(withStorage()), french);
    const state = stateOf(put);
    const fields = { state, id_token: await tokenFor(state) };
    const get = await browser.send('/lti/launch', fields, french);
    const proven = { ...fields, proof: dataOf(put, 'value') ?? '' };
    const handOff = await browser.send('/lti/launch', proven, { ...french, ...own() });
    const pages: [Page, string][] = [
      [
        await browser.get(query(aLogin(acquis, lms.platform)), french),
        'Ouvrez cette activité dans sa propre fenêtre',
      ],
      [put, 'Un instant'],
      [get, 'Un instant'],
      [handOff, 'L’activité est prête'],
    ];
    for (const [page, title] of pages) {
      expect(page.text).to.contain('<html lang="fr"').and.to.contain(`<h1>${title}</h1>`);
      expect(page.text).to.contain(`<title>${title} – Acquis</title>`);
      expect(page.text).to.not.match(/<script(?![^>]* src=)|\son\w+=|style="/);
      expect(page.headers.get('Content-Security-Policy')).to.contain(`frame-ancestors ${lms.url}`);
      expect(page.headers.get('Cache-Control')).to.equal('no-store');
    }
  });

  it('the storage page, after a login without cookies, puts a proof for the LMS alone and binds the login to it', async () => {
    const page = await login(forgetful(), withStorage());
    const state = stateOf(page);
    const content = signed(state);
    expect(dataOf(page, 'task')).to.equal('put');
    expect(dataOf(page, 'target')).to.equal('post_message_forwarding');
    expect(dataOf(page, 'lms-origin')).to.equal(lms.url);
    expect(content?.proofHash).to.equal(hashSecret(dataOf(page, 'value') ?? ''));
    expect(content?.browserHash).to.equal(undefined);
    const next = new URL(dataOf(page, 'next') ?? '');
    expect([next.origin, dataOf(page, 'key')]).to.deep.equal([lms.url, content?.id]);
    expect(page.text).to.contain('href="/lti/login?');
  });

  it('a storage target that is no name of a frame, sent, is passed over', async () => {
    const page = await login(forgetful(), withStorage('"><script>'));
    expect(page.text).to.contain('Open in a new window').and.not.to.contain('storage-step');
  });

  it('a launch that comes back without a cookie, asks the LMS’s storage for the proof', async () => {
    const browser = forgetful();
    const state = stateOf(await login(browser, withStorage()));
    const token = await tokenFor(state);
    const page = await browser.send('/lti/launch', { state, id_token: token });
    expect([dataOf(page, 'task'), dataOf(page, 'key'), dataOf(page, 'lms-origin')]).to.deep.equal([
      'get',
      signed(state)?.id,
      lms.url,
    ]);
    expect([hidden(page, 'state'), hidden(page, 'id_token')]).to.deep.equal([state, token]);
    expect(page.text).to.contain('name="proof" id="proof" value=""');
    expect(page.headers.get('Referrer-Policy')).to.equal('same-origin');
  });

  it('a proven launch without a cookie, is handed to a window of its own, which opens the visit outside of the frame', async () => {
    const before = acquis.launches.length;
    const page = await handedOff(forgetful());
    expect(page.text).to.contain('The activity is ready');
    expect(acquis.launches).to.have.length(before);
    const inWindow = acquis.browser();
    const opened = await inWindow.send('/lti/launch', handOffFields(page), own());
    expect(opened.status).to.equal(303);
    expect((await inWindow.get(opened.headers.get('Location') ?? '')).status).to.equal(303);
    expect(acquis.launches).to.have.length(before + 1);
  });

  it('a proven launch in a browser that has a cookie after all, opens the visit at once', async () => {
    const browser = forgetful();
    const put = await login(browser, withStorage());
    const [state, proof = ''] = [stateOf(put), dataOf(put, 'value')];
    const other = acquis.browser();
    await login(other, aLogin(acquis, lms.platform));
    const fields = { state, proof, id_token: await tokenFor(state) };
    expect((await other.send('/lti/launch', fields, own())).status).to.equal(303);
  });

  it('a hand-off, posted a second time or by ten at once, opens one visit', async () => {
    const fields = handOffFields(await handedOff(forgetful()));
    const pages = await Promise.all(
      Array.from({ length: 10 }, () => acquis.browser().send('/lti/launch', fields, own())),
    );
    expect(pages.filter(({ status }) => status === 303)).to.have.length(1);
    const again = await acquis.browser().send('/lti/launch', fields, own());
    expect(codeOf(again)).to.equal('launch-state-used');
  });

  it('the login’s own state, posted again after the hand-off, is used up', async () => {
    const browser = forgetful();
    const put = await login(browser, withStorage());
    const [state, proof = ''] = [stateOf(put), dataOf(put, 'value')];
    const fields = { state, proof, id_token: await tokenFor(state) };
    expect((await browser.send('/lti/launch', fields, own())).text).to.contain('The activity is ready');
    expect(codeOf(await browser.send('/lti/launch', fields, own()))).to.equal('launch-state-used');
  });

  const wrongProofs: [string, (proof: string) => string][] = [
    ['another proof', () => 'A'.repeat(22)],
    ['the hash of the proof', (proof) => hashSecret(proof).slice(0, 22)],
  ];
  for (const [what, change] of wrongProofs) {
    it(`a launch with ${what}, posted, is refused and the state stays good`, async () => {
      const browser = forgetful();
      const put = await login(browser, withStorage());
      const [state, proof = ''] = [stateOf(put), dataOf(put, 'value')];
      const fields = { state, id_token: await tokenFor(state) };
      const wrong = await browser.send('/lti/launch', { ...fields, proof: change(proof) }, own());
      expect(codeOf(wrong)).to.equal('launch-browser-mismatch');
      const right = await browser.send('/lti/launch', { ...fields, proof }, own());
      expect(right.text).to.contain('The activity is ready');
    });
  }

  for (const [what, headers] of [
    ['another site', { Origin: 'https://evil.example' }],
    ['a page that hides its origin', { Origin: 'null' }],
    ['the LMS', { Origin: 'lms' }],
    ['something that tells no origin', {}],
  ] as [string, Record<string, string>][]) {
    it(`somebody’s own proof or hand-off, posted into another browser by ${what}, opens nothing there`, async () => {
      const sent = headers['Origin'] === 'lms' ? { Origin: lms.url } : headers;
      const attacker = forgetful();
      const put = await login(attacker, withStorage());
      const [state, proof = ''] = [stateOf(put), dataOf(put, 'value')];
      const stolen = { state, proof, id_token: await tokenFor(state) };
      const page = await acquis.browser().send('/lti/launch', stolen, sent);
      expect(codeOf(page)).to.equal('launch-browser-mismatch');
      const fields = handOffFields(await handedOff(attacker));
      expect(codeOf(await acquis.browser().send('/lti/launch', fields, sent))).to.equal(
        'launch-browser-mismatch',
      );
    });
  }
});
