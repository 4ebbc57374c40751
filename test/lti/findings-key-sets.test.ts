/** What was found in ltijs 5.9.9 about the key sets of LMSs, held against ours. */
import { expect } from 'chai';
import { aLogin, authenticationOf, codeOf, launchWith, login } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

describe('findings: key sets', () => {
  let acquis: LtiHarness;
  let lms: ScriptedPlatform;
  beforeEach(async () => {
    lms = await startScriptedPlatform(() => acquis.base);
    acquis = await startLti({ platforms: [lms.platform] });
  });
  afterEach(async () => {
    acquis.setClock(() => new Date());
    await acquis.close();
    await lms.close();
  });
  const minutesLater = (minutes: number): void => {
    acquis.setClock(() => new Date(Date.now() + minutes * 60_000));
  };
  /** A launch whose token was made at the app's own time. */
  const launchNow = async (): Promise<string> => {
    const iat = Math.floor(acquis.deps.clock().getTime() / 1000);
    const page = await launchWith(acquis, lms, { iat, exp: iat + 60 });
    return page.status === 303 ? 'let in' : (codeOf(page) ?? String(page.status));
  };

  it('H6 a key set that never answers, at a first launch, is given up in seconds, and is not waited for again at once', async function () {
    this.timeout(15_000);
    lms.answerKeySet(() => undefined);
    const began = Date.now();
    expect(await launchNow()).to.equal('lms-unreachable');
    expect(Date.now() - began).to.be.below(8_000);
    const again = Date.now();
    expect(await launchNow()).to.equal('lms-unreachable');
    expect(Date.now() - again).to.be.below(1_000);
    expect(acquis.troubles).to.have.length(1);
  });

  it('M4 three launches, one after the other, ask for the key set once', async () => {
    for (let launch = 0; launch < 3; launch++) expect(await launchNow()).to.equal('let in');
    expect(lms.reads()).to.equal(1);
  });

  it('M4 twenty first launches at once, ask for the key set once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, launchNow));
    expect(new Set(all)).to.deep.equal(new Set(['let in']));
    expect(lms.reads()).to.equal(1);
  });

  it('M4 a kept key set, when the LMS answers 503, serves for a day and no longer', async () => {
    expect(await launchNow()).to.equal('let in');
    lms.answerKeySet((res) => res.writeHead(503).end());
    minutesLater(60);
    expect(await launchNow()).to.equal('let in');
    expect(acquis.troubles[0]?.sentence).to.equal('a key set cannot be had');
    minutesLater(25 * 60);
    expect(await launchNow()).to.equal('lms-error');
  });

  it('M4 a kept key set, when the LMS answers an HTML page, serves on; without one the launch says what is wrong', async () => {
    expect(await launchNow()).to.equal('let in');
    lms.answerKeySet((res) => res.setHeader('Content-Type', 'text/html').end('<h1>Maintenance</h1>'));
    minutesLater(60);
    expect(await launchNow()).to.equal('let in');
    minutesLater(26 * 60);
    expect(await launchNow()).to.equal('lms-answer-unreadable');
  });

  it('M4 an LMS that rotates its key, at the next launch, is asked again and let in', async () => {
    expect(await launchNow()).to.equal('let in');
    await lms.rotate();
    minutesLater(1);
    expect(await launchNow()).to.equal('let in');
    expect(lms.reads()).to.equal(2);
  });

  it('M4 a key the LMS took back, ten minutes later, opens nothing any more', async () => {
    expect(await launchNow()).to.equal('let in');
    lms.answerKeySet((res) => res.end(JSON.stringify({ keys: [] })));
    minutesLater(11);
    expect(await launchNow()).to.equal('launch-token-signature');
  });

  it('M4 a new key while the key set is away, launched, is told as an LMS that has an error, not as a forgery', async () => {
    expect(await launchNow()).to.equal('let in');
    await lms.rotate();
    lms.answerKeySet((res) => res.writeHead(500).end());
    minutesLater(1);
    expect(await launchNow()).to.equal('lms-error');
  });

  it('M4 made-up key ids, sent by the dozen, ask for the key set once a second at most', async () => {
    await launchNow();
    minutesLater(1);
    const browser = acquis.browser();
    for (let turn = 0; turn < 12; turn++) {
      const { state, nonce } = authenticationOf(await login(browser, aLogin(acquis, lms.platform)));
      const token = await lms.sign(lms.claims(nonce), { kid: `made-up-${turn}` });
      expect(codeOf(await browser.send('/lti/launch', { state, id_token: token }))).to.equal(
        'launch-token-signature',
      );
    }
    expect(lms.reads()).to.be.within(2, 4);
  });

  it('a key set with keys that are not for us, read, gives the one that is', async () => {
    const good = (await (await fetch(lms.platform.keySetUrl)).json()) as { keys: object[] };
    const others = [
      { kty: 'EC', kid: 'key-1', crv: 'P-256', x: 'x', y: 'y' },
      { kty: 'RSA', kid: 'key-1', use: 'enc', n: 'AQAB', e: 'AQAB' },
      { kty: 'RSA', kid: 'broken', n: 'not base64url !', e: '?' },
      { kty: 'oct', kid: 'key-1', k: 'c2VjcmV0' },
    ];
    lms.answerKeySet((res) => res.end(JSON.stringify({ keys: [...others, ...good.keys, { kty: 'RSA' }] })));
    expect(await launchNow()).to.equal('let in');
  });
});
