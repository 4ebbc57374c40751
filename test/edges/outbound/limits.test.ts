import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { createServer, type AddressInfo } from 'node:net';
import { expect } from 'chai';
import { createFetchDocument } from '../../../src/edges/outbound/fetch-document.js';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { startStandInServer, type StandInServer } from './stand-in-server.js';

describe('limits of a request', () => {
  let server: StandInServer;
  let guarded: GuardedFetch;
  before(async () => {
    server = await startStandInServer();
    guarded = createGuardedFetch({ allowPrivate: true });
  });
  beforeEach(() => {
    server.asked = [];
  });
  after(async () => {
    await guarded.close();
    await server.stop();
  });
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
  const reasonOf = async (deed: () => Promise<unknown>): Promise<unknown> => {
    const problem = await thrownProblem(deed);
    expect(problem.code).to.equal('fetch-failed');
    return problem.facts['reason'];
  };

  it('headers that never come, waited for, end with the time-out', async () => {
    server.answer = () => undefined;
    const began = Date.now();
    expect(await reasonOf(() => guarded.fetch({ url: server.origin, timeoutMs: 150 }))).to.equal('timeout');
    expect(Date.now() - began).to.be.within(140, 2000);
  });

  it('a body that comes a byte at a time, read, ends with the time-out', async () => {
    server.answer = (_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    };
    const began = Date.now();
    expect(await reasonOf(() => guarded.fetch({ url: server.origin, timeoutMs: 200 }))).to.equal('timeout');
    expect(Date.now() - began).to.be.within(190, 2000);
  });

  it('a name that is never found, waited for, ends with the time-out', async () => {
    const { fetch, close } = createGuardedFetch({ allowPrivate: true, lookup: () => undefined });
    const url = 'http://silent.example/';
    expect(await reasonOf(() => fetch({ url, timeoutMs: 100 }))).to.equal('timeout');
    await close();
  });

  it('redirects that each take a while, followed, share one time-out', async () => {
    server.answer = ({ url = '' }, response) => {
      setTimeout(() => response.writeHead(302, { location: `${url}x` }).end(), 100);
    };
    expect(await reasonOf(() => guarded.fetch({ url: server.origin, timeoutMs: 250 }))).to.equal('timeout');
  });

  it('a body of exactly the limit, read, is whole; a byte more is too large', async () => {
    server.answer = ({ url }, response) => response.end('x'.repeat(url === '/fits' ? 1000 : 1001));
    const answer = await guarded.fetch({ url: `${server.origin}/fits`, maxBytes: 1000 });
    expect(answer.body).to.have.length(1000);
    expect(await reasonOf(() => guarded.fetch({ url: server.origin, maxBytes: 1000 }))).to.equal('too-large');
  });

  it('a body without end, read, is cut off and its connection closed', async () => {
    const closed = new Promise<void>((resolve) => {
      server.answer = (_, response) => {
        response.on('close', resolve);
        const pour = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        };
        response.on('drain', pour);
        pour();
      };
    });
    expect(await reasonOf(() => guarded.fetch({ url: server.origin }))).to.equal('too-large');
    await closed;
  });

  it('100 MB packed into a small body, unpacked, are too large and never in memory', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000));
    server.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    const before = process.memoryUsage().arrayBuffers;
    expect(await reasonOf(() => guarded.fetch({ url: server.origin }))).to.equal('too-large');
    expect(bomb.length).to.be.below(1_000_000);
    expect(process.memoryUsage().arrayBuffers - before).to.be.below(20_000_000);
  });

  const packed = {
    gzip: gzipSync('packed'),
    br: brotliCompressSync('packed'),
    deflate: deflateSync('packed'),
  };
  for (const [encoding, bytes] of Object.entries(packed)) {
    it(`a body packed with ${encoding}, read, is unpacked and no longer called packed`, async () => {
      server.answer = (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
      const answer = await guarded.fetch({ url: server.origin });
      expect(text(answer.body)).to.equal('packed');
      expect(answer.headers).not.to.have.any.keys('content-encoding', 'content-length');
    });
  }

  it('an answer without a body that names an encoding, read, is empty', async () => {
    server.answer = (_, response) => response.writeHead(404, { 'content-encoding': 'gzip' }).end();
    const answer = await guarded.fetch({ url: server.origin });
    expect([answer.status, answer.body.length]).to.deep.equal([404, 0]);
  });

  it('a packed body that was cut off, unpacked, is a failed connection', async () => {
    server.answer = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.gzip.subarray(0, 12));
    expect(await reasonOf(() => guarded.fetch({ url: server.origin }))).to.equal('connection');
  });

  it('a body shorter than announced, read, is a failed connection', async () => {
    server.answer = (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('short');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await reasonOf(() => guarded.fetch({ url: server.origin }))).to.equal('connection');
  });

  it('a server that does not speak HTTP, asked, is a failed connection', async () => {
    const odd = createServer((socket) =>
      socket.on('error', () => undefined).end('220 mail.example ESMTP\r\n'),
    );
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(odd.address() as AddressInfo).port}/`;
    expect(await reasonOf(() => guarded.fetch({ url }))).to.equal('connection');
    odd.close();
  });

  it('a port that nobody listens on, asked, is a failed connection', async () => {
    const gone = await startStandInServer();
    await gone.stop();
    expect(await reasonOf(() => guarded.fetch({ url: gone.origin }))).to.equal('connection');
  });

  it('a form, posted, arrives with its headers, our name and nothing added', async () => {
    server.answer = (_, response) => response.writeHead(201, { 'Set-Cookie': ['a=1', 'b=2'] }).end('done');
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await guarded.fetch({
      url: `${server.origin}/p?q=1#f`,
      method: 'POST',
      headers,
      body: 'a=b',
    });
    expect(server.asked[0]).to.include({ method: 'POST', path: '/p?q=1', body: 'a=b' });
    expect(server.asked[0]?.headers['content-type']).to.equal('application/x-www-form-urlencoded');
    expect(server.asked[0]?.headers['user-agent']).to.match(/^Acquis\/\d+\.\d+\.\d+$/);
    expect(answer.headers['set-cookie']).to.equal('a=1, b=2');
    expect([answer.status, text(answer.body)]).to.deep.equal([201, 'done']);
  });

  it('a closed guard, asked, is a failed connection', async () => {
    const { fetch, close } = createGuardedFetch({ allowPrivate: true });
    await close();
    expect(await reasonOf(() => fetch({ url: server.origin }))).to.equal('connection');
  });

  it('a document, fetched, comes with its type and the address that answered', async () => {
    const fetchDocument = createFetchDocument(guarded.fetch);
    server.answer = ({ url }, response) => {
      if (url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.writeHead(200, { 'content-type': 'application/ld+json' }).end('{}');
    };
    const document = await fetchDocument(`${server.origin}/old`, 'application/json');
    expect(text(document.body)).to.equal('{}');
    const { status, contentType, url } = document;
    expect({ status, contentType, url }).to.deep.equal({
      status: 200,
      contentType: 'application/ld+json',
      url: `${server.origin}/new`,
    });
    expect(server.asked.map(({ headers }) => headers.accept)).to.deep.equal([
      'application/json',
      'application/json',
    ]);
  });

  it('a document that may not lead elsewhere, fetched, fails where it does', async () => {
    server.answer = (_, response) => response.writeHead(301, { location: '/new' }).end();
    const fetchDocument = createFetchDocument(guarded.fetch);
    expect(await reasonOf(() => fetchDocument(server.origin, '*/*', () => false))).to.equal('redirect');
    expect(server.asked).to.have.length(1);
  });

  it('a document of more than 1 MB, fetched, is too large', async () => {
    server.answer = (_, response) => response.end(Buffer.alloc(1_000_001));
    const fetchDocument = createFetchDocument(guarded.fetch);
    expect(await reasonOf(() => fetchDocument(server.origin, '*/*'))).to.equal('too-large');
  });
});
