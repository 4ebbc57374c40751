/** What was found in ltijs 5.9.9 about launches, each held here against our own edge. The letters are those of the findings. */
import { expect } from 'chai';
import { aPlatform } from '../support/builders/a-platform.js';
import { aLogin, authenticationOf, begin, codeOf, launchWith, login } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { claim, startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

const hour = 3600;

describe('findings: launches', () => {
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
  const now = (): number => Math.floor(Date.now() / 1000);

  const poisons = ['state=a b', 'state=a;b', 'state=a&state=b', 'state=%0a&id_token=x', 'state=__proto__'];
  for (const path of [
    '/',
    '/lti',
    '/lti/login',
    '/lti/launch',
    '/lti/keys',
    '/lti/register',
    '/verify',
    '/nowhere',
  ]) {
    it(`C1 ${path}, sent states that are no cookie names, answers each and lives on`, async () => {
      for (const body of poisons) {
        const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
        const posted = await fetch(acquis.base + path, { method: 'POST', headers, body });
        const asked = await fetch(`${acquis.base}${path}?${body}`, { redirect: 'manual' });
        expect(
          [posted.status, asked.status].every((status) => status < 500),
          `${path} ${body}`,
        ).to.equal(true);
      }
      expect((await fetch(`${acquis.base}/health`)).status).to.equal(200);
    });
  }

  it('C2 a launch, when what follows it throws, is answered with an error page, and the next one works', async () => {
    const { courses } = acquis.services;
    const see = courses.see.bind(courses);
    courses.see = () => Promise.reject(new Error('the database is away'));
    const broken = await launchWith(acquis, lms);
    courses.see = see;
    expect([broken.status, codeOf(broken)]).to.deep.equal([500, 'unexpected']);
    expect((await launchWith(acquis, lms)).status).to.equal(303);
  });

  it('C2 a launch, when the store of visits is away, is answered with an error page', async () => {
    const { visits } = acquis.services;
    const add = visits.add.bind(visits);
    visits.add = () => Promise.reject(new Error('the database is away'));
    const page = await launchWith(acquis, lms);
    visits.add = add;
    expect(codeOf(page)).to.equal('unexpected');
  });

  const nonces: [string, unknown, string][] = [
    ['another nonce', 'made-up-nonce', 'launch-nonce-mismatch'],
    ['no nonce', undefined, 'launch-token-claims'],
  ];
  for (const [what, nonce, code] of nonces) {
    it(`H1 a token with ${what} than the login sent, posted, is refused`, async () => {
      expect(codeOf(await launchWith(acquis, lms, { nonce }))).to.equal(code);
    });
  }

  it('H1 a token of another login of the same browser, posted with this state, is refused', async () => {
    const browser = acquis.browser();
    const [one, two] = [await begin(acquis, lms, browser), await begin(acquis, lms, browser)];
    const token = await lms.sign(lms.claims(one.nonce));
    const page = await browser.send('/lti/launch', { state: two.state, id_token: token });
    expect(codeOf(page)).to.equal('launch-nonce-mismatch');
  });

  it('H2 a launch, posted by ten at once, counts once', async () => {
    const browser = acquis.browser();
    const { state, nonce } = await begin(acquis, lms, browser);
    const token = await lms.sign(lms.claims(nonce));
    const before = acquis.launches.length;
    const copies = await Promise.all(
      Array.from({ length: 10 }, () => browser.send('/lti/launch', { state, id_token: token })),
    );
    expect(copies.filter(({ status }) => status === 303)).to.have.length(1);
    expect(copies.filter((page) => codeOf(page) === 'launch-state-used')).to.have.length(9);
    expect(acquis.launches).to.have.length(before + 1);
  });

  it('H2 a used state, posted with a fresh token of the same nonce, is refused', async () => {
    const browser = acquis.browser();
    const { state, nonce } = await begin(acquis, lms, browser);
    const send = async () =>
      browser.send('/lti/launch', { state, id_token: await lms.sign(lms.claims(nonce)) });
    expect((await send()).status).to.equal(303);
    expect(codeOf(await send())).to.equal('launch-state-used');
  });

  it('H2 a state that nobody made, or that is too old, posted, is refused', async () => {
    const browser = acquis.browser();
    const { state, nonce } = await begin(acquis, lms, browser);
    const token = await lms.sign(lms.claims(nonce));
    const invented = `${state.split('.')[0]}.${'A'.repeat(43)}`;
    const made = await browser.send('/lti/launch', { state: invented, id_token: token });
    acquis.setClock(() => new Date(Date.now() + 11 * 60_000));
    const old = await browser.send('/lti/launch', { state, id_token: token });
    acquis.setClock(() => new Date());
    expect([codeOf(made), codeOf(old)]).to.deep.equal(['launch-state-unknown', 'launch-state-unknown']);
  });

  it('H2 a launch begun in one browser, posted by another, is refused and stays good for the first', async () => {
    const [first, other] = [acquis.browser(), acquis.browser()];
    const { state, nonce } = await begin(acquis, lms, first);
    await begin(acquis, lms, other); // it has a cookie of its own
    const fields = { state, id_token: await lms.sign(lms.claims(nonce)) };
    expect(codeOf(await other.send('/lti/launch', fields))).to.equal('launch-browser-mismatch');
    expect(codeOf(await acquis.browser().send('/lti/launch', fields))).to.equal('launch-cookies-blocked');
    expect((await first.send('/lti/launch', fields)).status).to.equal(303);
  });

  it('H2 a login for one client, answered with a token for another client of that LMS, is refused', async () => {
    const twin = aPlatform({ ...lms.platform, id: 'platform-2', clientId: 'client-2' });
    await acquis.services.platforms.add(twin);
    const browser = acquis.browser();
    const { state, nonce } = authenticationOf(await login(browser, aLogin(acquis, twin)));
    const page = await browser.send('/lti/launch', { state, id_token: await lms.sign(lms.claims(nonce)) });
    expect(codeOf(page)).to.equal('launch-token-audience');
  });

  it('M1 a deployment nobody let in, launched, is refused, noted once and let in after the administrator accepts it', async () => {
    const changes = { [claim('deployment_id')]: 'tenant-9' };
    const pages = [await launchWith(acquis, lms, changes), await launchWith(acquis, lms, changes)];
    expect(pages.map(codeOf)).to.deep.equal(['launch-deployment-unknown', 'launch-deployment-unknown']);
    const { platforms } = acquis.services;
    const noted = await platforms.byId(lms.platform.id);
    expect(noted?.unknownDeployments.map(({ id }) => id)).to.deep.equal(['tenant-9']);
    const deployments = [...lms.platform.deployments, { id: 'tenant-9', institutionId: 'institution-9' }];
    await platforms.change(lms.platform.id, { deployments });
    expect((await launchWith(acquis, lms, changes)).status).to.equal(303);
    expect(acquis.launches.at(-1)).to.include({ deploymentId: 'tenant-9', institutionId: 'institution-9' });
  });

  it('M1 an unknown deployment in a token nobody signed, posted, is not noted', async () => {
    const browser = acquis.browser();
    const { state, nonce } = await begin(acquis, lms, browser);
    const [head, , tail] = (await lms.sign(lms.claims(nonce))).split('.');
    const forged = Buffer.from(JSON.stringify(lms.claims(nonce, { [claim('deployment_id')]: 'forged' })));
    const token = [head, forged.toString('base64url'), tail].join('.');
    const page = await browser.send('/lti/launch', { state, id_token: token });
    expect(codeOf(page)).to.equal('launch-token-signature');
    const noted = (await acquis.services.platforms.byId(lms.platform.id))?.unknownDeployments ?? [];
    expect(noted.map(({ id }) => id)).to.not.include('forged');
  });

  const operators = ['iss[$ne]=', 'iss[$regex]=.*', 'iss=a&iss=b', 'iss[]=a', 'iss='];
  for (const query of operators) {
    it(`M2 a login with ${query}, sent, finds no platform and tells none`, async () => {
      const rest = 'login_hint=1&target_link_uri=x';
      const asked = await fetch(`${acquis.base}/lti/login?${query}&${rest}`, { redirect: 'manual' });
      const posted = await fetch(`${acquis.base}/lti/login`, {
        method: 'POST',
        body: new URLSearchParams(`${query}&${rest}`),
        redirect: 'manual',
      });
      for (const answer of [asked, posted]) {
        expect([answer.status, answer.headers.get('location')]).to.deep.equal([400, null]);
        expect(await answer.text()).to.not.contain(lms.url);
      }
    });
  }

  // made when a test runs, which may be minutes after the file was read
  const times: [string, () => Record<string, unknown>, string | undefined][] = [
    ['neither iat nor exp', () => ({ iat: undefined, exp: undefined }), 'launch-token-claims'],
    ['no exp', () => ({ exp: undefined }), 'launch-token-claims'],
    [
      'an iat of tomorrow',
      () => ({ iat: now() + 24 * hour, exp: now() + 25 * hour }),
      'launch-token-not-yet-valid',
    ],
    ['an nbf of tomorrow', () => ({ nbf: now() + 24 * hour }), 'launch-token-not-yet-valid'],
    ['an nbf in two seconds', () => ({ nbf: now() + 2 }), undefined],
    ['clocks two minutes ahead', () => ({ iat: now() + 120, exp: now() + 180 }), undefined],
    ['clocks two minutes behind', () => ({ iat: now() - 120, exp: now() - 60 }), undefined],
    ['an exp of five minutes ago', () => ({ iat: now() - 360, exp: now() - 300 }), 'launch-token-expired'],
    [
      'an iat of yesterday that never ends',
      () => ({ iat: now() - 24 * hour, exp: now() + 24 * hour }),
      'launch-token-expired',
    ],
  ];
  for (const [what, changes, code] of times) {
    it(`M3 a token with ${what}, posted, is ${code ?? 'let in'}`, async () => {
      const page = await launchWith(acquis, lms, changes());
      expect(code === undefined ? page.status : codeOf(page)).to.equal(code ?? 303);
    });
  }

  const parties: [string, Record<string, unknown>, string | undefined][] = [
    ['two audiences and no azp', { aud: ['client-1', 'other'] }, 'launch-token-audience'],
    ['two audiences and another azp', { aud: ['client-1', 'other'], azp: 'other' }, 'launch-token-audience'],
    ['one audience and another azp', { azp: 'other' }, 'launch-token-audience'],
    ['two audiences and our azp', { aud: ['client-1', 'other'], azp: 'client-1' }, undefined],
    ['a list of one audience', { aud: ['client-1'] }, undefined],
  ];
  for (const [what, changes, code] of parties) {
    it(`M3 a token with ${what}, posted, is ${code ?? 'let in'}`, async () => {
      const page = await launchWith(acquis, lms, changes);
      expect(code === undefined ? page.status : codeOf(page)).to.equal(code ?? 303);
    });
  }

  it('M8 a refused launch, answered, repeats nothing of what was sent, in the page or in the log', async () => {
    const browser = acquis.browser();
    const { state, nonce } = await begin(acquis, lms, browser);
    const token = await lms.sign(lms.claims(nonce, { aud: 'someone-else' }));
    const from = acquis.log.length;
    const page = await browser.send('/lti/launch', { state, id_token: token, note: '<b>echo</b>' });
    expect(codeOf(page)).to.equal('launch-token-audience');
    const told = page.text + JSON.stringify(acquis.log.slice(from));
    const secret = browser.cookies.get('__Host-acquis-browser') ?? 'none';
    for (const piece of [
      token,
      state,
      nonce,
      secret,
      'echo',
      'ada@example.org',
      'Ada',
      'learner-1',
      '    at ',
    ]) {
      expect(told).to.not.contain(piece);
    }
    expect(acquis.log.slice(from).some(({ code }) => code === 'launch-token-audience')).to.equal(true);
  });

  it('L2 a token of 300 kB, posted, is told to be too much', async () => {
    const browser = acquis.browser();
    const { state } = await begin(acquis, lms, browser);
    const page = await browser.send('/lti/launch', { state, id_token: 'x'.repeat(300_000) });
    expect([page.status, codeOf(page)]).to.deep.equal([413, 'request-too-large']);
  });

  it('L2 a token of 90 kB, because of many custom parameters, is let in', async () => {
    const page = await launchWith(acquis, lms, { [claim('custom')]: { long: 'x'.repeat(60_000) } });
    expect(page.status).to.equal(303);
  });
});
