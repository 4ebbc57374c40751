/**
 * The bad payloads that 1EdTech's certification of tools sends, and their relatives: each is refused with a code of its own.
 * https://www.imsglobal.org/spec/lti/v1p3/cert#tool-bad-payload-tests
 */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { expect } from 'chai';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { begin, codeOf, launchWith } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { claim, startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

describe('1EdTech bad payloads', () => {
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

  /** Posts the token that is made for a login's nonce. */
  const post = async (make: (nonce: string) => string | Promise<string>): Promise<string | undefined> => {
    const browser = acquis.browser();
    const { state, nonce } = await begin(acquis, lms, browser);
    const page = await browser.send('/lti/launch', { state, id_token: await make(nonce) });
    return page.status === 303 ? 'let in' : codeOf(page);
  };

  const claims: [string, Record<string, unknown>, string][] = [
    ['no version', { [claim('version')]: undefined }, 'launch-version'],
    ['version 11.3', { [claim('version')]: '11.3' }, 'launch-version'],
    ['version 1.3.0 as a list', { [claim('version')]: ['1.3.0'] }, 'launch-version'],
    ['no message type', { [claim('message_type')]: undefined }, 'launch-message-type'],
    ['an unknown message type', { [claim('message_type')]: 'LtiUnknownRequest' }, 'launch-message-type'],
    ['deep linking', { [claim('message_type')]: 'LtiDeepLinkingRequest' }, 'launch-message-type'],
    ['no deployment', { [claim('deployment_id')]: undefined }, 'launch-token-claims'],
    ['an empty deployment', { [claim('deployment_id')]: '' }, 'launch-token-claims'],
    ['a wrong deployment', { [claim('deployment_id')]: 'wrong' }, 'launch-deployment-unknown'],
    ['no target', { [claim('target_link_uri')]: undefined }, 'launch-token-claims'],
    ['no resource link', { [claim('resource_link')]: undefined }, 'launch-token-claims'],
    ['a resource link without id', { [claim('resource_link')]: { title: 'No id' } }, 'launch-token-claims'],
    ['a resource link with an empty id', { [claim('resource_link')]: { id: '' } }, 'launch-token-claims'],
    ['an id longer than 255', { [claim('resource_link')]: { id: 'x'.repeat(256) } }, 'launch-token-claims'],
    ['no roles', { [claim('roles')]: undefined }, 'launch-token-claims'],
    ['roles that are no list', { [claim('roles')]: 'Learner' }, 'launch-token-claims'],
    ['no sub', { sub: undefined }, 'launch-anonymous'],
    ['an empty sub', { sub: '' }, 'launch-anonymous'],
    ['a sub longer than 255', { sub: 'x'.repeat(256) }, 'launch-token-claims'],
    ['no context', { [claim('context')]: undefined }, 'launch-no-course'],
    ['a context without id', { [claim('context')]: { title: 'No id' } }, 'launch-token-claims'],
    ['no issuer', { iss: undefined }, 'launch-token-claims'],
    ['a wrong issuer', { iss: 'https://other.example.org' }, 'launch-token-audience'],
    ['no audience', { aud: undefined }, 'launch-token-claims'],
    ['a wrong audience', { aud: 'other-client' }, 'launch-token-audience'],
    ['an empty list of audiences', { aud: [] }, 'launch-token-claims'],
    ['an exp of long ago', { exp: 1_000_000 }, 'launch-token-expired'],
    ['an exp as text', { exp: 'tomorrow' }, 'launch-token-claims'],
    ['an iat of 1970', { iat: 11 }, 'launch-token-expired'],
    ['an iat as text', { iat: 'now' }, 'launch-token-claims'],
    ['a nonce that is a number', { nonce: 7 }, 'launch-token-claims'],
  ];
  for (const [what, changes, code] of claims) {
    it(`a token with ${what}, posted, is refused: ${code}`, async () => {
      expect(codeOf(await launchWith(acquis, lms, changes))).to.equal(code);
    });
  }

  it('a token with an empty list of roles, posted, is let in: the standard allows it, and nothing may be done', async () => {
    const page = await launchWith(acquis, lms, { [claim('roles')]: [] });
    expect(page.status).to.equal(303);
    expect(acquis.launches.at(-1)?.roles).to.deep.equal({
      teaches: false,
      learns: false,
      administers: false,
    });
  });

  it('a token of nothing but what must be there, posted, is let in without a name', async () => {
    expect((await launchWith(acquis, lms, { name: undefined, email: undefined })).status).to.equal(303);
    expect(acquis.launches.at(-1)?.person).to.deep.equal({
      subject: 'learner-1',
      name: undefined,
      email: undefined,
    });
  });

  const headers: [string, Record<string, unknown>][] = [
    ['no kid', { kid: undefined }],
    ['a wrong kid', { kid: 'imstester_66067' }],
    ['an empty kid', { kid: '' }],
  ];
  for (const [what, header] of headers) {
    it(`a token with ${what} in its header, posted, is refused: launch-token-signature`, async () => {
      expect(await post((nonce) => lms.sign(lms.claims(nonce), header))).to.equal('launch-token-signature');
    });
  }

  it('a token whose claims were altered after signing, posted, is refused', async () => {
    const code = await post(async (nonce) => {
      const [head, , tail] = (await lms.sign(lms.claims(nonce))).split('.');
      const altered = Buffer.from(JSON.stringify(lms.claims(nonce, { sub: 'somebody-else' })));
      return [head, altered.toString('base64url'), tail].join('.');
    });
    expect(code).to.equal('launch-token-signature');
  });

  it('a token signed with another key under the right kid, posted, is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const code = await post((nonce) =>
      new SignJWT(lms.claims(nonce)).setProtectedHeader({ alg: 'RS256', kid: 'key-1' }).sign(privateKey),
    );
    expect(code).to.equal('launch-token-signature');
  });

  it('a token with alg none, posted, is refused', async () => {
    const code = await post((nonce) => new UnsecuredJWT(lms.claims(nonce)).encode());
    expect(code).to.equal('launch-token-signature');
  });

  it('a token signed by HS256 with the public key as secret, posted, is refused', async () => {
    const set = (await (await fetch(lms.platform.keySetUrl)).json()) as { keys: object[] };
    const code = await post((nonce) => {
      const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const signed = `${encode({ alg: 'HS256', kid: 'key-1' })}.${encode(lms.claims(nonce))}`;
      return `${signed}.${createHmac('sha256', JSON.stringify(set.keys[0])).update(signed).digest('base64url')}`;
    });
    expect(code).to.equal('launch-token-signature');
  });

  const noTokens: [string, string | undefined][] = [
    ['no token', undefined],
    ['an empty token', ''],
    ['a token that is no JWT', 'not-a-token'],
    ['a token of two parts', 'e30.e30'],
  ];
  for (const [what, token] of noTokens) {
    it(`${what}, posted, is refused: launch-token-malformed`, async () => {
      const browser = acquis.browser();
      const { state } = await begin(acquis, lms, browser);
      const fields: Record<string, string> = token === undefined ? { state } : { state, id_token: token };
      expect(codeOf(await browser.send('/lti/launch', fields))).to.equal('launch-token-malformed');
    });
  }

  for (const [what, payload] of [
    ['no JSON', 'not json'],
    ['a list', '[1]'],
    ['null', 'null'],
  ] as const) {
    it(`a signed token whose claims are ${what}, posted, is refused: launch-token-malformed`, async () => {
      expect(await post(() => lms.sign(payload))).to.equal('launch-token-malformed');
    });
  }

  it('an answer of the LMS with an error instead of a token, posted, is told with its reason and no more', async () => {
    const browser = acquis.browser();
    const { state } = await begin(acquis, lms, browser);
    const fields = { state, error: 'access_denied', error_description: 'Ada may not <b>enter</b>' };
    const page = await browser.send('/lti/launch', fields);
    expect(codeOf(page)).to.equal('launch-refused-by-platform');
    expect(page.text).to.not.contain('Ada');
    expect(acquis.log.find(({ code }) => code === 'launch-refused-by-platform')).to.include({
      detail: 'access_denied',
    });
  });

  it('a token signed with a key of 1024 bits that the LMS publishes, posted, is refused', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const jwk = { ...(await exportJWK(weak.publicKey)), kid: 'weak', alg: 'RS256', use: 'sig' };
    lms.answerKeySet((res) => res.end(JSON.stringify({ keys: [jwk] })));
    acquis.setClock(() => new Date(Date.now() + 2_000)); // an unknown key is asked for once a second
    const code = await post((nonce) => {
      const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const signed = `${encode({ alg: 'RS256', kid: 'weak' })}.${encode(lms.claims(nonce))}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), weak.privateKey).toString('base64url')}`;
    });
    lms.answerKeySet(undefined);
    acquis.setClock(() => new Date());
    expect(code).to.equal('launch-token-signature');
  });
});
