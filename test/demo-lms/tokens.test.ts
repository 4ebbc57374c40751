import { expect } from 'chai';
import { SignJWT, generateKeyPair } from 'jose';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import { askToken, startStandInTool, type StandInTool } from './stand-in-tool.js';

const nrps = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

describe('demo LMS: token endpoint', () => {
  let lms: DemoLms;
  let tool: StandInTool;
  beforeEach(async () => {
    tool = await startStandInTool();
  });
  afterEach(async () => {
    await lms.close();
    await tool.close();
  });

  describe('as Moodle answers', () => {
    beforeEach(async () => {
      lms = await startDemoLms({ kind: 'moodle', host: '127.0.0.1', port: 0, tool: tool.addresses });
    });
    const refusal = async (response: Response): Promise<string> => {
      expect([response.status, response.headers.get('content-type')]).to.deep.equal([
        400,
        'text/html; charset=utf-8',
      ]);
      return response.text();
    };

    it('token, when the assertion is good, then it is written as recorded and called HTML', async () => {
      const response = await askToken(
        lms,
        await tool.assertion(lms),
        `${nrps} https://example.invalid/unknown`,
      );
      expect(response.headers.get('content-type')).to.equal('text/html; charset=utf-8');
      expect(await response.text()).to.match(
        /^\{\r\n {2}"access_token" : "\w+",\r\n {2}"token_type" : "Bearer",\r\n {2}"expires_in" : 3600,\r\n {2}"scope" : "https:\/\/purl[^ "]*contextmembership.readonly"\r\n\}$/,
      );
    });

    it('token, when the audience is another one, then Moodle does not mind', async () => {
      const assertion = await tool.assertion(lms, { aud: 'https://example.invalid' });
      expect((await askToken(lms, assertion)).status).to.equal(200);
    });

    it('token, when the request is wrong, then the recorded errors', async () => {
      const good = await tool.assertion(lms);
      const body = (error: string): string => `{\r\n  "error" : "${error}"\r\n}`;
      expect(await refusal(await askToken(lms, good, ''))).to.equal(body('invalid_request'));
      expect(await refusal(await askToken(lms, 'no-jwt'))).to.equal(body('invalid_request'));
      expect(await refusal(await askToken(lms, good, nrps, { grant_type: 'password' }))).to.equal(
        body('unsupported_grant_type'),
      );
      expect(await refusal(await askToken(lms, good, 'https://example.invalid/unknown'))).to.equal(
        body('invalid_scope'),
      );
      const stranger = await tool.assertion(lms, { iss: 'nobody', sub: 'nobody' });
      expect(await refusal(await askToken(lms, stranger))).to.equal(body('invalid_client'));
      const old = await tool.assertion(lms, { exp: Math.floor(Date.now() / 1000) - 60 });
      expect(await refusal(await askToken(lms, old))).to.equal(body('Expired token'));
      const unknown = await tool.assertion(lms, {}, { kid: 'never-published' });
      expect(await refusal(await askToken(lms, unknown))).to.equal(
        body('"kid" invalid, unable to lookup correct key'),
      );
    });

    it('token, when the key of the signature is not the published one, then refused', async () => {
      const { privateKey } = await generateKeyPair('RS256');
      const { clientId } = lms.registration;
      const forged = await new SignJWT({ iss: clientId, sub: clientId })
        .setProtectedHeader({ alg: 'RS256', kid: 'tool-1' })
        .setExpirationTime('1 min')
        .sign(privateKey);
      expect(await refusal(await askToken(lms, forged))).to.contain('Signature verification failed');
    });

    it('key set of the tool, when it was read once, then it is read again only for an unknown key', async () => {
      await askToken(lms, await tool.assertion(lms));
      await askToken(lms, await tool.assertion(lms));
      expect(tool.reads()).to.equal(1);
      await tool.addKey('tool-2');
      const rotated = await askToken(lms, await tool.assertion(lms, {}, { kid: 'tool-2' }));
      expect([rotated.status, tool.reads()]).to.deep.equal([200, 2]);
    });

    it('key set of the tool, when it cannot be read, then an HTML page with 404', async () => {
      lms.setTool({ keySetUrl: 'http://127.0.0.1:9/keys' });
      const response = await askToken(lms, await tool.assertion(lms));
      expect(response.status).to.equal(404);
      expect(await response.text()).to.contain('fix_jwks_alg');
    });
  });

  describe('as Canvas answers', () => {
    beforeEach(async () => {
      lms = await startDemoLms({ kind: 'canvas', host: '127.0.0.1', port: 0, tool: tool.addresses });
    });
    const errorOf = async (response: Response): Promise<unknown> =>
      response.status === 400 ? ((await response.json()) as { error: string }).error : response.status;

    it('token, when the assertion is good, then it lives an hour', async () => {
      const body: unknown = await (await askToken(lms, await tool.assertion(lms), nrps)).json();
      expect(body).to.include({ token_type: 'Bearer', expires_in: 3600, scope: nrps });
    });

    it('token, when the assertion is used twice, too old, from the future or for somebody else, then invalid_client', async () => {
      const now = Math.floor(Date.now() / 1000);
      const once = await tool.assertion(lms);
      expect((await askToken(lms, once)).status).to.equal(200);
      expect(await errorOf(await askToken(lms, once))).to.equal('invalid_client');
      for (const change of [
        { iat: now - 301, exp: now + 60 },
        { iat: now + 60, exp: now + 120 },
        { aud: 'https://example.invalid' },
        { jti: undefined },
        { sub: 'nobody' },
        { iss: 'nobody' },
      ])
        expect(await errorOf(await askToken(lms, await tool.assertion(lms, change)))).to.equal(
          'invalid_client',
        );
    });

    it('token, when grant or scope is wrong, then told', async () => {
      const good = await tool.assertion(lms);
      expect(await errorOf(await askToken(lms, good, nrps, { grant_type: 'password' }))).to.equal(
        'unsupported_grant_type',
      );
      expect(await errorOf(await askToken(lms, good, nrps, { client_assertion_type: 'x' }))).to.equal(
        'invalid_request',
      );
      expect(await errorOf(await askToken(lms, good, 'https://example.invalid/unknown'))).to.equal(
        'invalid_scope',
      );
    });
  });
});
