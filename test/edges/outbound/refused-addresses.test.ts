import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { expect } from 'chai';
import { checkedLookup } from '../../../src/edges/outbound/checked-lookup.js';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { Problem } from '../../../src/shared/problem.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { startStandInServer, type StandInServer } from './stand-in-server.js';

/** Answers in this order, the last one for ever. */
function lookupOf(...answers: string[][]): LookupFunction & { asked: string[] } {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, options, callback) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    setImmediate(() => {
      if (options.all) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family);
    });
  };
  return Object.assign(lookup, { asked });
}

describe('addresses that are refused', () => {
  let server: StandInServer;
  let guarded: GuardedFetch;
  before(async () => {
    server = await startStandInServer();
    guarded = createGuardedFetch({ allowPrivate: false });
  });
  after(async () => {
    await guarded.close();
    await server.stop();
  });

  const hosts = ['127.0.0.1', '127.1', '2130706433', '0x7f.0.0.1', '0177.0.0.1', '0.0.0.0', '[::1]', '[::]'];
  for (const host of [...hosts, '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '127.0.0.1.', 'localhost']) {
    it(`loopback written as ${host}, asked for, is refused before anything is sent`, async () => {
      const problem = await thrownProblem(() => guarded.fetch({ url: `http://${host}:${server.port}/` }));
      expect(problem.code).to.equal('address-refused');
      expect(problem.facts).to.deep.equal({ reason: 'private-address' });
      expect(server.connections).to.equal(0);
    });
  }

  it('a name behind which there are private addresses alone, asked for, is refused', async () => {
    const lookup = lookupOf(['127.0.0.1', '::1', '10.0.0.1']);
    const { fetch, close } = createGuardedFetch({ allowPrivate: false, lookup });
    const problem = await thrownProblem(() => fetch({ url: `http://badge.example:${server.port}/` }));
    await close();
    expect(problem.code).to.equal('address-refused');
    expect(problem.facts).to.deep.equal({ reason: 'private-address' });
    expect(server.connections).to.equal(0);
  });

  it('a refused address, with tries left, is not tried again', async () => {
    const lookup = lookupOf(['127.0.0.1']);
    const { fetch, close } = createGuardedFetch({ allowPrivate: false, lookup, backoffMs: 1 });
    await thrownProblem(() => fetch({ url: `http://badge.example:${server.port}/`, retries: 3 }));
    await close();
    expect(lookup.asked).to.have.length(1);
  });

  it('a name that answers otherwise the second time, looked up for a connection, is looked up once', async () => {
    const lookup = lookupOf(['8.8.8.8'], ['127.0.0.1']);
    const connectTo = await new Promise((resolve) => {
      checkedLookup(lookup)('rebind.example', { all: true }, (error, found) => resolve(error ?? found));
    });
    expect(connectTo).to.deep.equal([{ address: '8.8.8.8', family: 4 }]);
    expect(lookup.asked).to.deep.equal(['rebind.example']);
  });

  it('a name that was public and answers a private address now, asked for again, is refused', async () => {
    const lookup = lookupOf(['8.8.8.8'], ['127.0.0.1']);
    const answers: unknown[] = [];
    for (let round = 0; round < 2; round++) {
      answers.push(
        await new Promise((resolve) => {
          checkedLookup(lookup)('rebind.example', { all: false }, (error, found) => resolve(error ?? found));
        }),
      );
    }
    expect(answers[0]).to.equal('8.8.8.8');
    expect(answers[1]).to.be.instanceOf(Problem);
  });

  it('a name with public and private addresses, looked up, keeps the public ones', async () => {
    const lookup = lookupOf(['10.0.0.1', '8.8.8.8', '::1', '2600::1']);
    const found = await new Promise<LookupAddress[]>((resolve) => {
      checkedLookup(lookup)('split.example', { all: true }, (_, addresses) =>
        resolve(addresses as LookupAddress[]),
      );
    });
    expect(found.map(({ address }) => address)).to.deep.equal(['8.8.8.8', '2600::1']);
  });

  it('private addresses, where they are allowed, are reached by the address that was looked up', async () => {
    const lookup = lookupOf(['127.0.0.1'], ['192.0.2.1']);
    const { fetch, close } = createGuardedFetch({ allowPrivate: true, lookup });
    const answer = await fetch({ url: `http://lms.example:${server.port}/` });
    await close();
    expect(answer.status).to.equal(200);
    expect(lookup.asked).to.deep.equal(['lms.example']);
    expect(server.asked.at(-1)?.headers.host).to.equal(`lms.example:${server.port}`);
  });

  for (const url of [
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:1',
    '//x/',
    'x',
    '',
  ]) {
    it(`the address ${JSON.stringify(url)}, asked for, is refused for its scheme`, async () => {
      const problem = await thrownProblem(() => guarded.fetch({ url }));
      expect(problem.code).to.equal('address-refused');
      expect(problem.facts).to.deep.equal({ reason: 'scheme' });
    });
  }

  it('an address with a user or a password in it, asked for, is refused and the password not told', async () => {
    for (const url of [
      'https://ada@example.org/',
      'https://ada:secret@example.org/',
      'https://:secret@example.org/',
    ]) {
      const problem = await thrownProblem(() => guarded.fetch({ url }));
      expect(problem.facts).to.deep.equal({ reason: 'credentials' });
      expect(problem.message).not.to.contain('secret');
    }
  });
});
