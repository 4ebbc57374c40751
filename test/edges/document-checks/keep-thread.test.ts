import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import {
  keepThread,
  type Thread,
  type ThreadLimits,
} from '../../../src/edges/document-checks/keep-thread.js';
import type { OddJob } from './odd-thread.js';

describe('keepThread', function () {
  this.timeout(120_000);
  const ending = extname(import.meta.url);
  const entry = new URL(`./odd-thread${ending}`, import.meta.url);
  let troubles: string[];
  const opened: Thread<OddJob, unknown>[] = [];
  const open = (limits: Partial<ThreadLimits> = {}, at = entry): Thread<OddJob, unknown> => {
    troubles = [];
    const thread = keepThread<OddJob, unknown>(
      at,
      { jobMs: 20_000, startMs: 60_000, waiting: 20, memoryMb: 256, ...limits },
      (sentence) => troubles.push(sentence),
    );
    opened.push(thread);
    return thread;
  };
  afterEach(async () => {
    for (const thread of opened.splice(0)) await thread.close();
  });

  it('jobs, when many are given at once, then are answered each with its own by one thread', async () => {
    const thread = open();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => thread.ask({ say: `job ${n}` })));
    expect(answers).to.deep.equal(Array.from({ length: 20 }, (_, n) => `job ${n}`));
    expect(await thread.ask('who are you')).to.equal(await thread.ask('who are you'));
    expect(troubles).to.deep.equal([]);
  });

  it('the thread, when it is asked for its environment, then has none of ours', async () => {
    process.env['ACQUIS_TEST_SECRET'] = 'secret';
    const names = await open().ask('environment');
    delete process.env['ACQUIS_TEST_SECRET'];
    expect(names).to.deep.equal([]);
  });

  it('a job that never ends, when it is given, then is stopped while others go on, and the next has a new thread', async () => {
    const thread = open({ jobMs: 1_500 });
    const before = await thread.ask('who are you');
    const endless = thread.ask('never end');
    const next = thread.ask({ say: 'next' });
    const first = await Promise.race([endless, sleep(50, 'we go on')]);
    expect(first).to.equal('we go on');
    expect(await endless).to.equal(undefined);
    expect(await next).to.equal('next');
    expect(await thread.ask('who are you')).not.to.equal(before);
    expect(troubles).to.deep.equal(['a document check was stopped: it took too long or too much memory']);
  });

  for (const job of ['break', 'leave', 'eat memory'] as const)
    it(`a thread, when a job makes it ${job}, then that job has no answer, and the next has a new thread`, async () => {
      const thread = open({ memoryMb: 64 });
      const before = await thread.ask('who are you');
      expect(await thread.ask(job)).to.equal(undefined);
      expect(await thread.ask('who are you'))
        .to.be.a('number')
        .and.not.to.equal(before);
      expect(troubles).to.have.length(1);
    });

  it('a job, when too many wait already, then is not taken', async () => {
    const thread = open({ waiting: 2 });
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((say) => thread.ask({ say })));
    expect(answers).to.deep.equal(['a', 'b', 'c', undefined, undefined]);
    expect(await thread.ask({ say: 'later' })).to.equal('later');
  });

  it('a thread, when it does not start, then nothing is answered, and it is told', async () => {
    const thread = open({}, new URL(`./no-such-thread${ending}`, import.meta.url));
    expect(await thread.ask({ say: 'hello' })).to.equal(undefined);
    expect(troubles).to.deep.equal(['the thread of the document checks did not start']);
  });

  it('a thread, when it is closed in the middle of a job, then neither this nor a later one is answered', async () => {
    const thread = open();
    await thread.ask({ say: 'warm' });
    const endless = thread.ask('never end');
    const waiting = thread.ask({ say: 'waiting' });
    await sleep(20);
    await thread.close();
    expect(await Promise.all([endless, waiting, thread.ask({ say: 'late' })])).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
    expect(troubles).to.deep.equal([]);
  });
});
