/** Parts of ltijs 5.9.9 in which something was found and which Acquis does not use: each door is closed. */
import { createPublicKey } from 'node:crypto';
import { request } from 'node:http';
import { expect } from 'chai';
import { toolKeyOf } from '../../src/lti/ltijs/tool-key.js';
import { computedSince } from '../support/computed-since.js';
import { memoryLtijsRecords } from '../support/memory/memory-ltijs-records.js';
import { begin } from './support/launching.js';
import { startLti, type LtiHarness } from './support/lti-harness.js';
import { startScriptedPlatform, type ScriptedPlatform } from './support/scripted-platform.js';

describe('findings: doors that are closed', () => {
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

  it('H5 dynamic registration, asked for by anybody, is not there and asks nobody', async () => {
    const asked = acquis.requests.length;
    const query = `openid_configuration=${encodeURIComponent(`${lms.url}/conf`)}&registration_token=x`;
    for (const path of ['/register', '/lti/register', '/lti/keys/register']) {
      for (const method of ['GET', 'POST']) {
        const answer = await fetch(`${acquis.base}${path}?${query}`, { method });
        expect([path, method, answer.status]).to.deep.equal([path, method, 404]);
      }
    }
    expect(acquis.requests).to.have.length(asked);
    expect(await acquis.services.platforms.all()).to.have.length(1);
  });

  it('H3 the library’s own entrance, asked with a token of its kind, is not there', async () => {
    for (const path of ['/lti', '/lti/', '/lti?ltik=a.b.c', '/lti/anything?ltik=a.b.c']) {
      expect((await fetch(acquis.base + path)).status).to.equal(404);
    }
  });

  for (const path of ['/lti/keys', '/lti/KEYS', '/lti/keys/', '/LTI/Keys/?ltik=a.b.c']) {
    it(`H3 the library’s own entrance, asked as ${path} with a state that is no cookie name, is not there`, async () => {
      const body = 'state=a b';
      const headers = {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(body.length),
      };
      const answer = await new Promise<{ status?: number; text: string }>((resolve, reject) => {
        const asked = request(acquis.base + path, { headers, timeout: 5_000 }, (got) => {
          let text = '';
          got.on('data', (chunk: Buffer) => (text += chunk.toString()));
          got.on('end', () => resolve({ status: got.statusCode, text }));
        });
        asked.on('timeout', () => asked.destroy(new Error('no answer')));
        asked.on('error', reject);
        asked.end(body);
      });
      expect(answer.status).to.equal(200);
      expect(JSON.parse(answer.text)).to.have.all.keys('keys');
    });
  }

  it('M9 a launch, sent with an Authorization header of something else, is not disturbed', async () => {
    const browser = acquis.browser();
    const { state, nonce } = await begin(acquis, lms, browser);
    const fields = { state, id_token: await lms.sign(lms.claims(nonce)) };
    const headers = { Authorization: 'Bearer of-another-api' };
    expect((await browser.send('/lti/launch', fields, headers)).status).to.equal(303);
  });

  it('M10 what the library keeps, looked at in the database, is sealed', async () => {
    const [key] = await acquis.records.get('toolkey', {});
    expect(key?.content).to.be.a('string').and.not.contain('PRIVATE KEY').and.not.contain('PUBLIC KEY');
    const unsealed = Buffer.from(key?.content ?? '', 'base64').toString('latin1');
    expect(unsealed).to.not.contain('PRIVATE KEY');
  });

  it('M10 nonces of a hundred logins have 128 bits each, and neither they nor the states repeat', async () => {
    const browser = acquis.browser();
    const seen = new Set<string>();
    for (let turn = 0; turn < 100; turn++) {
      const { state, nonce } = await begin(acquis, lms, browser);
      expect(Buffer.from(nonce, 'base64url')).to.have.length(16);
      seen.add(nonce).add(state);
    }
    expect(seen.size).to.equal(200);
  });

  it('the key set, read by an LMS, has one public RSA key of 3072 bits with kid, alg and use, and may be kept', async () => {
    const answer = await fetch(`${acquis.base}/lti/keys`);
    const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
    expect(keys).to.have.length(1);
    const [key = {}] = keys;
    expect(key).to.include({ kty: 'RSA', alg: 'RS256', use: 'sig' });
    expect(key['kid']).to.match(/^[\w-]{22}$/);
    expect(key).to.not.have.any.keys('d', 'p', 'q', 'dp', 'dq', 'qi');
    const read = createPublicKey({ key, format: 'jwk' });
    expect(read.asymmetricKeyDetails?.modulusLength).to.equal(3072);
    expect(answer.headers.get('cache-control')).to.equal('public, max-age=300');
  });

  it('L3 the key set, read forty times, costs little each time', async () => {
    const began = process.cpuUsage();
    for (let turn = 0; turn < 40; turn++) await (await fetch(`${acquis.base}/lti/keys`)).arrayBuffer();
    // both ends run in this process; unpacking two hundred platforms' keys cost 10 ms a read
    expect(computedSince(began) / 40).to.be.below(20);
  });

  it('the addresses below /lti, asked from a page of another site, allow it nothing', async () => {
    for (const path of ['/lti/keys', '/lti/login', '/lti/launch']) {
      const answer = await fetch(acquis.base + path, { headers: { Origin: 'https://evil.example' } });
      expect(answer.headers.get('access-control-allow-origin')).to.not.equal('https://evil.example');
      expect(answer.headers.get('access-control-allow-credentials')).to.equal(null);
    }
  });

  it('two replicas that start at once on one database, have the same tool key', async () => {
    const deps = { ...acquis.deps, records: memoryLtijsRecords() };
    const [one, two] = await Promise.all([toolKeyOf(deps), toolKeyOf(deps)]);
    expect(one).to.deep.equal(two);
    expect(await toolKeyOf(deps)).to.deep.equal(one);
  }).timeout(30_000);

  it('L4 starting the edge, leaves no signal handler of the library behind', async () => {
    const count = (): number => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
    const before = count();
    const second = await startLti({ platforms: [lms.platform] });
    await second.close();
    expect(count()).to.equal(before);
  });
});
