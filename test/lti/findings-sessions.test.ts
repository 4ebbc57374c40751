/** What was found in ltijs 5.9.9 about its sessions, held against our visits. */
import { expect } from 'chai';
import { suspendPlatform } from '../../src/domain/platforms/suspend-platform.js';
import { browserCookieName } from '../../src/shared/browser-cookie.js';
import { aPlatform } from '../support/builders/a-platform.js';
import type { TestBrowser } from '../web/support/test-browser.js';
import { aLogin, authenticationOf, codeOf, launchWith, login } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

describe('findings: sessions', () => {
  let acquis: LtiHarness;
  let lms: ScriptedPlatform;
  let browser: TestBrowser;
  let visit: string;
  beforeEach(async () => {
    lms = await startScriptedPlatform(() => acquis.base);
    acquis = await startLti({ platforms: [lms.platform] });
    browser = acquis.browser();
    visit = (await launchWith(acquis, lms, {}, browser)).headers.get('Location') ?? '';
  });
  afterEach(async () => {
    acquis.setClock(() => new Date());
    await acquis.close();
    await lms.close();
  });

  it('H3 a launch, let in, leads to an address without any token, which this browser opens', async () => {
    expect(visit).to.match(/^\/visits\/[\w-]{22}\/$/);
    expect((await browser.get(visit)).status).to.equal(303);
  });

  it('H3 the address of a visit, opened by another browser with a cookie of its own or with none, opens nothing', async () => {
    const other = acquis.browser();
    await launchWith(acquis, lms, { sub: 'learner-2' }, other);
    expect(codeOf(await other.get(visit))).to.equal('visit-ended');
    expect(codeOf(await acquis.browser().get(visit))).to.equal('visit-elsewhere');
  });

  it('H3 a cookie that another LMS gave for the same sub, sent with the address of a visit, opens nothing', async () => {
    const foreign = await startScriptedPlatform(() => acquis.base, {
      id: 'platform-2',
      clientId: 'client-2',
    });
    await acquis.services.platforms.add(foreign.platform);
    const attacker = acquis.browser();
    await launchWith(acquis, foreign, {}, attacker);
    await foreign.close();
    expect(acquis.launches.at(-1)?.person.subject).to.equal('learner-1');
    expect(codeOf(await attacker.get(visit))).to.equal('visit-ended');
  });

  it('H3 a visit, after its hours are over, has ended', async () => {
    acquis.setClock(() => new Date(Date.now() + 9 * 3_600_000));
    expect(codeOf(await browser.get(visit))).to.equal('visit-ended');
  });

  it('H3 the visits of an LMS, when it is suspended, end at once and stay ended after it is resumed', async () => {
    await suspendPlatform(acquis.services, lms.platform.id);
    expect(codeOf(await browser.get(visit))).to.equal('visit-ended');
    await acquis.services.platforms.change(lms.platform.id, { state: 'active' });
    expect(codeOf(await browser.get(visit))).to.equal('visit-ended');
  });

  it('H3 a visit, when its deployment is taken away, has ended', async () => {
    await acquis.services.platforms.change(lms.platform.id, { deployments: [] });
    expect(codeOf(await browser.get(visit))).to.equal('visit-ended');
  });

  it('H3 an LMS that is suspended, launched from, is refused at login, and at launch when the login was before', async () => {
    const begun = authenticationOf(await login(browser, aLogin(acquis, lms.platform)));
    await suspendPlatform(acquis.services, lms.platform.id);
    const refused = await login(browser, aLogin(acquis, lms.platform));
    const id_token = await lms.sign(lms.claims(begun.nonce));
    const launched = await browser.send('/lti/launch', { state: begun.state, id_token });
    expect([refused, launched].map(codeOf)).to.deep.equal([
      'launch-platform-suspended',
      'launch-platform-suspended',
    ]);
  });

  it('H3 an LMS whose client id was changed, between login and launch, is not taken for the former one', async () => {
    const begun = authenticationOf(await login(browser, aLogin(acquis, lms.platform)));
    await acquis.services.platforms.change(lms.platform.id, { clientId: 'client-9' });
    const id_token = await lms.sign(lms.claims(begun.nonce));
    const page = await browser.send('/lti/launch', { state: begun.state, id_token });
    expect(codeOf(page)).to.equal('launch-token-audience');
  });

  it('H3 an LMS that waits for its first launch, launched from, becomes active and tells when', async () => {
    const waiting = aPlatform({ ...lms.platform, id: 'p-3', clientId: 'client-3', state: 'waiting' });
    await acquis.services.platforms.add({ ...waiting, firstLaunchAt: undefined, lastLaunchAt: undefined });
    const begun = authenticationOf(await login(browser, aLogin(acquis, waiting)));
    const id_token = await lms.sign(lms.claims(begun.nonce, { aud: 'client-3' }));
    expect((await browser.send('/lti/launch', { state: begun.state, id_token })).status).to.equal(303);
    const after = await acquis.services.platforms.byId('p-3');
    expect(after?.state).to.equal('active');
    expect(after?.firstLaunchAt).to.be.instanceOf(Date);
  });

  it('two launches in one browser, let in, keep one cookie, and both visits go on', async () => {
    const secret = browser.cookies.get(browserCookieName);
    const second =
      (await launchWith(acquis, lms, { sub: 'learner-2' }, browser)).headers.get('Location') ?? '';
    expect(browser.cookies.get(browserCookieName)).to.equal(secret);
    for (const address of [visit, second]) expect((await browser.get(address)).status).to.equal(303);
  });
});
