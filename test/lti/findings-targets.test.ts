/** What was found in ltijs 5.9.9 about where a launch leads and whose it is, held against our own edge. */
import { expect } from 'chai';
import { aPlatform } from '../support/builders/a-platform.js';
import { aLogin, authenticationOf, begin, codeOf, launchWith, login } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { claim, startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

describe('findings: where a launch leads', () => {
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

  const foreign = [
    'https://evil.example/lti/launch',
    '//evil.example/lti/launch',
    'http://localhost@evil.example/lti/launch',
    'javascript:alert(1)',
    'not an address',
  ];
  for (const target of foreign) {
    it(`M5 a login for ${target}, sent, goes nowhere`, async () => {
      const fields = { ...aLogin(acquis, lms.platform), target_link_uri: target };
      const page = await login(acquis.browser(), fields);
      expect([codeOf(page), page.headers.get('Location')]).to.deep.equal(['launch-target', null]);
    });
    it(`M5 a token for ${target}, posted, goes nowhere`, async () => {
      const page = await launchWith(acquis, lms, { [claim('target_link_uri')]: target });
      expect([codeOf(page), page.headers.get('Location')]).to.deep.equal(['launch-target', null]);
    });
  }

  it('M5 a launch, posted to an address with two slashes or a host in it, opens nothing', async () => {
    for (const path of ['//evil.example/x', '/lti//launch', '/lti/launch//evil.example']) {
      const answer = await fetch(acquis.base + path, { method: 'POST', redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).to.deep.equal([404, null]);
    }
  });

  it('M5 a target with a query of its own, launched, leads to the visit and nowhere else', async () => {
    const target = `${acquis.base}/lti/launch?ltik=junk&to=https://evil.example`;
    const browser = acquis.browser();
    const { state, nonce, url } = await begin(acquis, lms, browser, { target_link_uri: target });
    const token = await lms.sign(lms.claims(nonce, { [claim('target_link_uri')]: target }));
    const page = await browser.send('/lti/launch', { state, id_token: token });
    expect(url.searchParams.get('redirect_uri')).to.equal(`${acquis.base}/lti/launch`);
    expect(page.headers.get('Location')).to.match(/^\/visits\/[\w-]{22}\/$/);
  });

  it('M6 a login without client id, where an issuer has two clients, goes to the one of the deployment, else to none', async () => {
    const fields = aLogin(acquis, lms.platform);
    delete fields['client_id'];
    const issuer = 'https://shared.example.org';
    for (const [id, deployment] of [
      ['one', 'd1'],
      ['two', 'd2'],
    ] as const) {
      const deployments = [{ id: deployment, institutionId: 'institution-1' }];
      await acquis.services.platforms.add(aPlatform({ id, issuer, clientId: id, deployments }));
    }
    const told = await login(acquis.browser(), { ...fields, iss: issuer, lti_deployment_id: 'd2' });
    expect(authenticationOf(told).url.searchParams.get('client_id')).to.equal('two');
    for (const rest of [{}, { lti_deployment_id: 'd3' }] as Record<string, string>[]) {
      const page = await login(acquis.browser(), { ...fields, iss: issuer, ...rest });
      expect(codeOf(page)).to.equal('launch-platform-unknown');
    }
  });
});
