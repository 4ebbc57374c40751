import { expect } from 'chai';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { redirectTarget } from '../../../src/edges/outbound/redirect-target.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { startStandInServer, type StandInServer } from './stand-in-server.js';

describe('redirects', () => {
  let server: StandInServer;
  let other: StandInServer;
  let guarded: GuardedFetch;
  before(async () => {
    [server, other] = [await startStandInServer(), await startStandInServer()];
    guarded = createGuardedFetch({ allowPrivate: true });
  });
  beforeEach(() => {
    for (const one of [server, other]) one.asked = [];
  });
  after(async () => {
    await guarded.close();
    await Promise.all([server.stop(), other.stop()]);
  });

  /** /3 leads to /2, to /1, to /0, which answers. */
  function countDown(status: number): void {
    server.answer = ({ url = '' }, response) => {
      const left = Number(url.slice(1));
      if (left === 0) response.end('arrived');
      else response.writeHead(status, { location: `/${left - 1}` }).end('elsewhere');
    };
  }

  for (const status of [301, 302, 303, 307, 308]) {
    it(`three redirects with status ${status}, for a GET, are followed to the answer`, async () => {
      countDown(status);
      const answer = await guarded.fetch({ url: `${server.origin}/3` });
      expect(Buffer.from(answer.body).toString()).to.equal('arrived');
      expect(answer.url).to.equal(`${server.origin}/0`);
      expect(server.asked.map(({ path }) => path)).to.deep.equal(['/3', '/2', '/1', '/0']);
    });
  }

  it('a fourth redirect, for a GET, fails', async () => {
    countDown(302);
    const problem = await thrownProblem(() => guarded.fetch({ url: `${server.origin}/4` }));
    expect(problem.code).to.equal('fetch-failed');
    expect(problem.facts).to.deep.equal({ reason: 'redirect' });
  });

  it('a redirect, for a GET that may follow one, is followed once; the next server is not asked', async () => {
    countDown(302);
    let left = 1;
    const mayFollow = (): boolean => left-- > 0;
    const url = `${server.origin}/3`;
    const problem = await thrownProblem(() => guarded.fetch({ url, retries: 2, mayFollow }));
    expect([problem.code, problem.facts]).to.deep.equal(['fetch-failed', { reason: 'redirect' }]);
    expect(server.asked.map(({ path }) => path)).to.deep.equal(['/3', '/2']);
  });

  it('a redirect to itself, followed, fails after four requests', async () => {
    server.answer = ({ url }, response) => response.writeHead(302, { location: url }).end();
    const problem = await thrownProblem(() => guarded.fetch({ url: `${server.origin}/loop`, retries: 2 }));
    expect(problem.facts).to.deep.equal({ reason: 'redirect' });
    expect(server.asked).to.have.length(4);
  });

  for (const method of ['POST', 'PUT', 'DELETE'] as const) {
    it(`a redirect, for a ${method}, is the answer`, async () => {
      countDown(307);
      const answer = await guarded.fetch({ url: `${server.origin}/1`, method, body: 'x=1' });
      expect(answer.status).to.equal(307);
      expect(server.asked).to.have.length(1);
    });
  }

  it('a redirect status without a location, for a GET, is the answer', async () => {
    server.answer = (_, response) => response.writeHead(302).end();
    expect((await guarded.fetch({ url: `${server.origin}/` })).status).to.equal(302);
  });

  it('a token and cookies, redirected within the origin, go along; to another one, they stay', async () => {
    server.answer = ({ url }, response) => {
      const location = url === '/a' ? '/b' : `${other.origin}/c`;
      response.writeHead(302, { location }).end();
    };
    const headers = { Authorization: 'Bearer secret', Cookie: 'a=b', Accept: 'application/json' };
    await guarded.fetch({ url: `${server.origin}/a`, headers });
    expect(server.asked[1]?.headers).to.include({ authorization: 'Bearer secret', cookie: 'a=b' });
    expect(other.asked[0]?.headers).to.not.have.any.keys('authorization', 'cookie');
    expect(other.asked[0]?.headers.accept).to.equal('application/json');
  });

  it('a redirect whose body never ends, followed, does not wait for it', async () => {
    server.answer = ({ url }, response) => {
      if (url === '/end') response.end('arrived');
      else response.writeHead(302, { location: '/end' }).write('…');
    };
    const answer = await guarded.fetch({ url: `${server.origin}/`, timeoutMs: 2000 });
    expect(answer.status).to.equal(200);
  });

  const from = { url: new URL('https://badge.example/a/b'), headers: {} };
  for (const location of ['http://badge.example/', 'http://other.example/', '//[', 'http://']) {
    it(`a redirect from https to ${location}, followed, fails`, async () => {
      const problem = await thrownProblem(() => redirectTarget(from, location, true));
      expect(problem.code).to.equal('fetch-failed');
      expect(problem.facts).to.deep.equal({ reason: 'redirect' });
    });
  }

  const refusedTargets: Record<string, string> = {
    'https://127.0.0.1/': 'private-address',
    'https://[::ffff:10.0.0.1]/': 'private-address',
    'https://169.254.169.254/latest/meta-data': 'private-address',
    'file:///etc/passwd': 'scheme',
    'https://ada:secret@other.example/': 'credentials',
  };
  for (const [location, reason] of Object.entries(refusedTargets)) {
    it(`a redirect to ${location}, followed, is refused as the first address would be`, async () => {
      const problem = await thrownProblem(() => redirectTarget(from, location, false));
      expect(problem.code).to.equal('address-refused');
      expect(problem.facts).to.deep.equal({ reason });
    });
  }

  it('a relative redirect, followed, is read against the address that answered', () => {
    expect(redirectTarget(from, '../c?d=1', false).url.href).to.equal('https://badge.example/c?d=1');
  });
});
