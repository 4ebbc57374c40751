import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runProgram, type Program } from '../support/program.js';
import { freePort } from '../support/running-acquis.js';

const wordsAtTheEnd = 'Canvas-like LMS: http';

describe('the demonstration', function () {
  this.timeout(120_000);
  let folder: string;
  let environment: Record<string, string>;
  let demo: Program | undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acquis-demo-'));
    environment = {
      ACQUIS_DEMO_FOLDER: folder,
      ACQUIS_PORT: String(await freePort()),
      ACQUIS_DEMO_MOODLE_PORT: String(await freePort()),
      ACQUIS_DEMO_CANVAS_PORT: String(await freePort()),
    };
  });
  afterEach(async () => {
    await demo?.end('SIGKILL');
    demo = undefined;
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }));

  const start = async (...args: string[]): Promise<string> => {
    demo = runProgram('src/app/demo.ts', environment, args);
    return demo.says(wordsAtTheEnd);
  };
  const passwordIn = (printed: string): string | undefined => /password: (\S+)/.exec(printed)?.[1];

  it('for the first time, when it is started, then it prints where to click and everything answers; Ctrl-C leaves nothing behind', async () => {
    const printed = await start();
    expect(printed).to.contain('Teresa Teacher').and.contain('Stu1 Learner1').and.contain('/admin');
    for (const name of ['ACQUIS_DEMO_MOODLE_PORT', 'ACQUIS_DEMO_CANVAS_PORT'])
      expect((await fetch(`http://127.0.0.1:${environment[name]}/`)).status).to.equal(200);
    expect((await fetch(`http://localhost:${environment['ACQUIS_PORT']}/health`)).status).to.equal(200);
    const begun = Date.now();
    expect(await demo?.end('SIGINT')).to.equal(0);
    expect(Date.now() - begun, 'milliseconds to end').to.be.below(10_000);
    expect(spawnSync('pgrep', ['-f', folder]).stdout.toString()).to.equal('');
  });

  it('a second time, when it is started, then it is as it was left; with --fresh it begins anew', async () => {
    const before = passwordIn(await start());
    await demo?.end('SIGINT');
    expect(passwordIn(await start())).to.equal(before);
    await demo?.end('SIGINT');
    const fresh = passwordIn(await start('--fresh'));
    expect(fresh).to.be.a('string');
    expect(fresh).to.not.equal(before);
  });

  it('with --bare, when it is started, then set-up and linking are left to whoever tries it', async () => {
    const printed = await start('--fresh', '--bare');
    expect(printed).to.match(/one-time link\): http\S+\/setup\//);
    expect(printed).to.contain('/tool');
  });

  it('with a taken port, when it is started, then the port and the setting that changes it are told', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = String((taken.address() as AddressInfo).port);
    demo = runProgram('src/app/demo.ts', { ...environment, ACQUIS_DEMO_CANVAS_PORT: port });
    expect(await demo.ended).to.equal(1);
    taken.close();
    expect(demo.printed()).to.contain(`Port ${port} is taken`).and.contain('ACQUIS_DEMO_CANVAS_PORT');
    expect(spawnSync('pgrep', ['-f', folder]).stdout.toString()).to.equal('');
  });
});
