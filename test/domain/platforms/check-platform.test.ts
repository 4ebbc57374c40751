import { expect } from 'chai';
import { checkPlatform } from '../../../src/domain/platforms/check-platform.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { Problem } from '../../../src/shared/problem.js';
import { aPlatform } from '../../support/builders/a-platform.js';

const rsa = { keys: [{ kty: 'RSA', kid: '1', use: 'sig' }] };

async function check(
  keySet: { status?: number; text?: string; problem?: Problem },
  platform: Platform = aPlatform(),
  tokenProblem?: Problem,
): Promise<string[]> {
  const checks = await checkPlatform(
    {
      allowHttp: false,
      fetchDocument: async (url) => {
        const problem = url === platform.keySetUrl ? keySet.problem : tokenProblem;
        if (problem) throw problem;
        const body = new TextEncoder().encode(keySet.text ?? JSON.stringify(rsa));
        const status = url === platform.keySetUrl ? (keySet.status ?? 200) : 404;
        return { status, contentType: 'application/json', body, url };
      },
    },
    platform,
  );
  return checks.map(({ name, result, reason }) => `${name} ${result} ${reason}`);
}

describe('check a platform', () => {
  it('when everything answers, then all checks pass', async () => {
    expect(await check({})).to.deep.equal([
      'addresses passed addresses-fit',
      'key-set passed key-set-read',
      'token-address passed answers',
    ]);
  });

  const keySets: [string, Parameters<typeof check>[0], string][] = [
    ['answers 404', { status: 404 }, 'key-set-status'],
    ['is a page for people', { text: '<html>' }, 'key-set-not-json'],
    ['is JSON of another kind', { text: '[]' }, 'key-set-not-json'],
    ['holds no key', { text: '{"keys":[]}' }, 'key-set-without-keys'],
    ['holds encryption keys alone', { text: '{"keys":[{"kty":"RSA","use":"enc"}]}' }, 'key-set-without-keys'],
    ['is at a private address', { problem: new Problem('address-refused') }, 'address-refused'],
    ['is out of reach', { problem: new Problem('fetch-failed') }, 'fetch-failed'],
  ];
  for (const [what, keySet, reason] of keySets) {
    it(`when the key set ${what}, then that check fails with ${reason}`, async () => {
      expect((await check(keySet))[1]).to.equal(`key-set failed ${reason}`);
    });
  }

  it('when the token address is out of reach, then that check fails', async () => {
    const answers = await check({}, aPlatform(), new Problem('fetch-failed'));
    expect(answers[2]).to.equal('token-address failed fetch-failed');
  });

  it('when an address is plain http, then nothing is fetched', async () => {
    expect(await check({}, aPlatform({ tokenEndpoint: 'http://moodle.example.org/token' }))).to.deep.equal([
      'addresses failed https-required',
      'key-set not-checked addresses-first',
      'token-address not-checked addresses-first',
    ]);
  });

  it('when a Moodle address is on another site, then it fails; on Canvas that is usual', async () => {
    const elsewhere = { tokenEndpoint: 'https://sso.example.org/token' };
    expect((await check({}, aPlatform(elsewhere)))[0]).to.equal('addresses failed address-of-another-site');
    expect((await check({}, aPlatform({ ...elsewhere, family: 'canvas' })))[0]).to.equal(
      'addresses passed addresses-fit',
    );
  });
});
