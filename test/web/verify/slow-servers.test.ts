import { expect } from 'chai';
import { Problem } from '../../../src/shared/problem.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

describe('verifying what lies on slow servers', () => {
  let web: WebHarness;
  /** Answers that are being waited for, by host. */
  let waiting: { host: string; answer: () => void }[];
  beforeEach(async () => {
    waiting = [];
    web = await startWeb({
      trustProxy: 1,
      fetchDocument: async (url) => {
        await new Promise<void>((answer) => waiting.push({ host: new URL(url).host, answer }));
        throw new Problem('fetch-failed', { facts: { reason: 'timeout' } });
      },
    });
  });
  afterEach(() => web.close());

  const ask = (address: string, source: string): Promise<Response> =>
    fetch(`${web.url}/verify?address=${encodeURIComponent(address)}`, {
      headers: { Accept: 'text/html', 'Accept-Language': 'en', 'X-Forwarded-For': source },
    });
  const askMany = (count: number, host: string, sourceOf: (n: number) => string): Promise<Response>[] =>
    Array.from({ length: count }, (_, n) => ask(`https://${host}/${n}`, sourceOf(n)));
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const until = async (count: number): Promise<void> => {
    while (waiting.length < count) await pause(5);
    await pause(150);
  };
  /** All answers come, as soon as they are asked for. */
  async function finish(running: Promise<Response>[]): Promise<number[]> {
    const freeing = setInterval(() => waiting.splice(0).forEach(({ answer }) => answer()), 5);
    const answers = await Promise.all(running);
    clearInterval(freeing);
    return answers.map(({ status }) => status);
  }

  it('when too many wait, then the next is told to come back, with what was typed', async () => {
    const running = askMany(34, 'slow.example', (n) => `192.0.2.${n}`);
    await until(4);
    const refused = await ask('https://slow.example/last', '192.0.2.200');
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([503, '60']);
    const text = await refused.text();
    expect(text).to.contain('Wait a minute').and.to.contain('https://slow.example/last');
    expect(waiting).to.have.length(4);
    expect(await finish(running)).to.deep.equal(running.map(() => 200));
  });

  for (const [what, sourceOf] of [
    ['one address', () => '192.0.2.1'],
    ['one IPv6 network', (n: number) => `2001:db8:0:1${n}::${n}`],
  ] as const)
    it(`when ${what} asks for many, then it holds two places, and another source is served at once`, async () => {
      const mine = askMany(10, 'mine.example', sourceOf);
      await until(2);
      const others = [ask('https://other.example/', '198.51.100.1')];
      await until(3);
      expect(waiting.map(({ host }) => host).sort()).to.deep.equal([
        'mine.example',
        'mine.example',
        'other.example',
      ]);
      expect(await finish([...mine, ...others])).to.deep.equal([...mine, ...others].map(() => 200));
    });

  it('when one address asks for more than its share of places, then the others can still wait', async () => {
    const mine = askMany(13, 'mine.example', () => '192.0.2.1');
    await until(2);
    const others = askMany(20, 'other.example', (n) => `198.51.100.${n}`);
    await until(4);
    const statuses = await finish([...mine, ...others]);
    expect(statuses.filter((status) => status === 503)).to.have.length(1);
    expect(statuses.slice(13)).to.deep.equal(others.map(() => 200));
  });
});
