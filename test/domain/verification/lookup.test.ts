import { expect } from 'chai';
import { createLookup, mostFetches } from '../../../src/domain/verification/lookup.js';
import type { Standing as Found } from '../../../src/domain/verification/standing.js';
import { aForeignWeb, type Standing } from './foreign-web.js';

const base = 'https://acquis.example.org';

function lookupOn(stands: Record<string, Standing>, time = { now: 0 }) {
  const web = aForeignWeb(stands);
  const asked: string[] = [];
  const own: Found = { found: true, gone: false, body: Buffer.from('{"own":1}'), contentType: '' };
  const lookup = createLookup({
    fetchDocument: web.fetchDocument,
    ownDocument: async (url) => {
      asked.push(url.href);
      return url.pathname === '/own.json' ? own : undefined;
    },
    clock: () => new Date(time.now),
    base,
  });
  return { lookup, web, asked };
}

describe('looking up what stands at an address', () => {
  it('when it is our own, whatever the scheme, then no server is asked', async () => {
    const { lookup, web, asked } = lookupOn({});
    for (const url of [`${base}/own.json`, 'http://acquis.example.org/own.json#part']) {
      const answer = await lookup.jsonAt(url);
      expect(answer.found && answer.object).to.deep.equal({ own: 1 });
    }
    expect(await lookup.at(`${base}/nothing`, '*/*')).to.include({ reason: 'address-not-found' });
    expect(asked).to.have.length(3);
    expect(web.fetched).to.deep.equal([]);
  });

  it('when another port of our host is asked, then that is another server', async () => {
    const { lookup, web, asked } = lookupOn({ [`${base}:8443/own.json`]: { json: {} } });
    expect((await lookup.jsonAt(`${base}:8443/own.json`)).found).to.equal(true);
    expect([asked.length, web.fetched.length]).to.deep.equal([0, 1]);
  });

  it('when the same is asked twice, then it is fetched once', async () => {
    const { lookup, web } = lookupOn({ 'https://a.example/x': { json: { a: 1 } } });
    await Promise.all([lookup.jsonAt('https://a.example/x#1'), lookup.jsonAt('https://a.example/x#2')]);
    expect(web.fetched).to.deep.equal(['https://a.example/x']);
  });

  it('when it redirects to another server, then only what the reader gave may follow', async () => {
    const { lookup } = lookupOn({
      'https://a.example/x': { redirect: 'https://b.example/x' },
      'https://b.example/x': { json: {} },
    });
    expect((await lookup.followed('https://a.example/x', '*/*')).found).to.equal(true);
    expect(await lookup.at('https://a.example/x', '*/*')).to.deep.equal({
      found: false,
      reason: 'address-redirected',
      host: 'b.example',
    });
  });

  it('when it redirects from http to https of the same name, then it still stands there; not the other way, nor at another port', async () => {
    const { lookup } = lookupOn({
      'http://a.example/x': { redirect: 'https://a.example/x' },
      'https://a.example/x': { json: {} },
      'https://a.example/down': { redirect: 'http://a.example/down' },
      'http://a.example/down': { json: {} },
      'https://a.example/aside': { redirect: 'https://a.example:8443/x' },
      'https://a.example:8443/x': { json: {} },
    });
    expect((await lookup.at('http://a.example/x', '*/*')).found).to.equal(true);
    for (const path of ['down', 'aside']) {
      const answer = await lookup.at(`https://a.example/${path}`, '*/*');
      expect(answer).to.include({ reason: 'address-redirected' });
    }
  });

  for (const [standing, reason] of [
    [{ text: 'no', status: 404 }, 'address-not-found'],
    [{ text: 'no', status: 500 }, 'address-unreachable'],
    [{ trouble: 'timeout' }, 'address-unreachable'],
    [{ trouble: 'private-address' }, 'address-refused'],
    [{ trouble: 'too-large' }, 'address-too-large'],
    [{ text: '<html>' }, 'document-unreadable'],
    [{ text: '[1]' }, 'document-unreadable'],
    [{ text: '{"a":1,"a":2}' }, 'document-unreadable'],
    [{ bytes: new Uint8Array([0xff]) }, 'document-unreadable'],
  ] as [Standing, string][]) {
    it(`when the server answers ${JSON.stringify(standing)}, then ${reason} is told with the server`, async () => {
      const { lookup } = lookupOn({ 'https://a.example/x': standing });
      expect(await lookup.jsonAt('https://a.example/x')).to.deep.equal({
        found: false,
        reason,
        host: 'a.example',
      });
    });
  }

  it('when it is gone, then that is told with what is left', async () => {
    const { lookup } = lookupOn({ 'https://a.example/x': { json: { revoked: true }, status: 410 } });
    const answer = await lookup.jsonAt('https://a.example/x');
    expect(answer.found && [answer.gone, answer.object]).to.deep.equal([true, { revoked: true }]);
  });

  it('when there is no end to it, then it stops after twenty, or twenty seconds', async () => {
    const many = Array.from({ length: mostFetches + 1 }, (_, index) => `https://a.example/${index}`);
    const stands = Object.fromEntries(many.map((url) => [url, { json: {} }]));
    const time = { now: 0 };
    const { lookup, web } = lookupOn(stands, time);
    for (const url of many) await lookup.at(url, '*/*');
    expect(await lookup.at(many.at(-1) ?? '', '*/*')).to.include({ reason: 'too-many-lookups' });
    expect(web.fetched).to.have.length(mostFetches);

    const slow = lookupOn(stands, time);
    time.now = 20_001;
    expect(await slow.lookup.at(many[0] ?? '', '*/*')).to.include({ reason: 'too-many-lookups' });
  });

  it('when it is led on from one address to the next, then each counts, and what leads further is not asked', async () => {
    const stands: Record<string, Standing> = { 'https://a.example/last': { json: {} } };
    for (let n = 0; n <= mostFetches; n += 1) {
      stands[`https://a.example/${n}`] = { redirect: `https://a.example/${n}/there` };
      stands[`https://a.example/${n}/there`] = { json: { n } };
    }
    const { lookup, web } = lookupOn(stands);
    for (let n = 0; n < mostFetches / 2; n += 1)
      expect((await lookup.at(`https://a.example/${n}`, '*/*')).found).to.equal(true);
    for (const url of ['https://a.example/19', 'https://a.example/last'])
      expect(await lookup.at(url, '*/*')).to.include({ reason: 'too-many-lookups' });
    expect(web.fetched).to.have.length(mostFetches / 2);

    const one = lookupOn(stands);
    for (let n = 1; n < mostFetches; n += 1) await one.lookup.at(`https://a.example/${n}/there`, '*/*');
    // the last one that may be asked leads on
    expect(await one.lookup.at('https://a.example/0', '*/*')).to.include({ reason: 'too-many-lookups' });
    expect(one.web.fetched).to.have.length(mostFetches);
  });

  it('when it is no web address, then it is refused without asking', async () => {
    const { lookup, web } = lookupOn({});
    expect(await lookup.at('no address', '*/*')).to.include({ reason: 'address-refused' });
    expect(web.fetched).to.deep.equal([]);
  });

  it('when something else breaks, then it is not taken for an answer', async () => {
    const { lookup } = lookupOn({ 'https://a.example/x': { breaks: new TypeError('a fault of ours') } });
    let thrown: unknown;
    await lookup.at('https://a.example/x', '*/*').catch((error: unknown) => (thrown = error));
    expect(thrown).to.be.instanceOf(TypeError);
  });
});
