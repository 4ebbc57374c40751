import { expect } from 'chai';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { retryWait } from '../../../src/edges/outbound/retry-wait.js';
import { retryAfterMs } from '../../../src/shared/retry-after.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { startStandInServer, type StandInServer } from './stand-in-server.js';

describe('trying again', () => {
  let server: StandInServer;
  let guarded: GuardedFetch;
  before(async () => {
    server = await startStandInServer();
    guarded = createGuardedFetch({ allowPrivate: true, backoffMs: 5, maxWaitMs: 2000 });
  });
  beforeEach(() => {
    server.asked = [];
  });
  after(async () => {
    await guarded.close();
    await server.stop();
  });

  /** Answers with these statuses in turn, then with 200. */
  function answerWith(statuses: number[], headers: Record<string, string> = {}): void {
    const rest = [...statuses];
    server.answer = (_, response) => {
      const status = rest.shift();
      if (status === undefined) response.end('at last');
      else response.writeHead(status, headers).end();
    };
  }

  for (const status of [429, 500, 502, 503, 504]) {
    it(`a GET answered ${status} twice, with two more tries, brings the third answer`, async () => {
      answerWith([status, status]);
      const answer = await guarded.fetch({ url: server.origin, retries: 2 });
      expect(answer.status).to.equal(200);
      expect(server.asked).to.have.length(3);
    });
  }

  it('a GET answered 503 once too often, with two more tries, brings that answer', async () => {
    answerWith([503, 503, 503, 503]);
    expect((await guarded.fetch({ url: server.origin, retries: 2 })).status).to.equal(503);
    expect(server.asked).to.have.length(3);
  });

  for (const status of [400, 401, 403, 404, 409, 501]) {
    it(`a GET answered ${status}, with tries left, is not tried again`, async () => {
      answerWith([status]);
      expect((await guarded.fetch({ url: server.origin, retries: 3 })).status).to.equal(status);
      expect(server.asked).to.have.length(1);
    });
  }

  for (const method of ['POST', 'PUT', 'DELETE'] as const) {
    it(`a ${method} answered 503, with tries left, is not tried again`, async () => {
      answerWith([503]);
      const answer = await guarded.fetch({ url: server.origin, method, retries: 3 });
      expect(answer.status).to.equal(503);
      expect(server.asked).to.have.length(1);
    });
  }

  it('a POST that only asks, answered 503, with tries left, is tried again with its body', async () => {
    answerWith([503, 503]);
    const answer = await guarded.fetch({
      url: server.origin,
      method: 'POST',
      body: 'a=b',
      retries: 2,
      onlyAsks: true,
    });
    expect(answer.status).to.equal(200);
    expect(server.asked.map(({ body }) => body)).to.deep.equal(['a=b', 'a=b', 'a=b']);
  });

  it('a connection that breaks, with a try left, is made again', async () => {
    let broken = false;
    server.answer = (request, response) => {
      if (broken) response.end('at last');
      else request.socket.destroy();
      broken = true;
    };
    expect((await guarded.fetch({ url: server.origin, retries: 1 })).status).to.equal(200);
  });

  it('a connection that breaks, without tries told, fails at once', async () => {
    server.answer = (request) => request.socket.destroy();
    const problem = await thrownProblem(() => guarded.fetch({ url: server.origin }));
    expect(problem.facts).to.deep.equal({ reason: 'connection' });
    expect(server.asked).to.have.length(1);
  });

  it('a server that asks for a second of patience, tried again, gets it', async () => {
    answerWith([429], { 'Retry-After': '1' });
    const began = Date.now();
    expect((await guarded.fetch({ url: server.origin, retries: 1 })).status).to.equal(200);
    expect(Date.now() - began).to.be.within(990, 5000);
  });

  it('a server that asks for more patience than we have, answered, is not asked earlier than it said', async () => {
    answerWith([503], { 'Retry-After': '3600' });
    expect((await guarded.fetch({ url: server.origin, retries: 3 })).status).to.equal(503);
    expect(server.asked).to.have.length(1);
  });

  it('a wait beyond the deadline, due, is not waited for', async () => {
    answerWith([503, 503, 503], { 'Retry-After': '2' });
    const began = Date.now();
    const answer = await guarded.fetch({ url: server.origin, retries: 3, deadline: began + 1_500 });
    expect(answer.status).to.equal(503);
    expect(Date.now() - began).to.be.below(1_500);
  });

  it('a try that the deadline cuts short, running, ends at the deadline', async () => {
    server.answer = () => undefined;
    const began = Date.now();
    const problem = await thrownProblem(() => guarded.fetch({ url: server.origin, deadline: began + 150 }));
    expect(problem.facts).to.deep.equal({ reason: 'timeout' });
    expect(Date.now() - began).to.be.within(140, 2000);
  });

  it('a deadline that is over, by the clock that was given, sends nothing', async () => {
    const clock = (): Date => new Date('2026-05-01T12:00:01Z');
    const { fetch, close } = createGuardedFetch({ allowPrivate: true, clock });
    const deadline = Date.parse('2026-05-01T12:00:00Z');
    const problem = await thrownProblem(() => fetch({ url: server.origin, deadline }));
    await close();
    expect(problem.facts).to.deep.equal({ reason: 'timeout' });
    expect(server.asked).to.have.length(0);
  });

  it('Retry-After, read, is seconds or a date, and nothing else', () => {
    const now = new Date('2026-05-01T12:00:00Z');
    expect(retryAfterMs('120', now)).to.equal(120_000);
    expect(retryAfterMs('0', now)).to.equal(0);
    expect(retryAfterMs('Fri, 01 May 2026 12:00:05 GMT', now)).to.equal(5000);
    expect(retryAfterMs('Fri, 01 May 2026 11:00:00 GMT', now)).to.equal(0);
    for (const text of ['', '-5', '1.5', 'soon', '5 seconds']) {
      expect(retryAfterMs(text, now), text).to.equal(undefined);
    }
  });

  it('waits nobody asked for, one after the other, grow up to the longest and differ', () => {
    const patience = { backoffMs: 100, maxWaitMs: 300 };
    const wait = (tried: number): number => retryWait(patience, tried, undefined, new Date()) ?? NaN;
    for (const [tried, longest] of [
      [1, 100],
      [2, 200],
      [3, 300],
      [9, 300],
    ] as const) {
      expect(wait(tried)).to.be.within(longest / 2, longest);
    }
    expect(new Set(Array.from({ length: 20 }, () => wait(1))).size).to.be.above(1);
  });
});
