import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runProgram, type Program } from '../support/program.js';
import { freePort } from '../support/acquis-environment.js';

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
      ACQUIS_DEMO_SEALS_PORT: String(await freePort()),
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
    const seals = `http://127.0.0.1:${environment['ACQUIS_DEMO_SEALS_PORT']}/csc/v2/info`;
    expect((await fetch(seals, { method: 'POST' })).status).to.equal(200);
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
    expect((await readdir(folder)).filter((name) => name.startsWith('life-'))).to.have.lengthOf(1);
  });

  it('with --fresh while another one runs, when it is started, then it is refused and the other one loses nothing', async () => {
    const password = passwordIn(await start());
    const second = runProgram('src/app/demo.ts', environment, ['--fresh']);
    expect(await second.ended).to.equal(1);
    expect(second.printed()).to.contain(`port ${environment['ACQUIS_PORT']}`);
    await demo?.end('SIGINT');
    expect(passwordIn(await start())).to.equal(password);
  });

  it('with --fresh after one that was killed, when it is started again, then its data is sound', async () => {
    const password = passwordIn(await start('--fresh'));
    await demo?.end('SIGKILL');
    const fresh = passwordIn(await start('--fresh'));
    expect(fresh).to.not.equal(password);
    await demo?.end('SIGKILL');
    expect(passwordIn(await start())).to.equal(fresh);
  });

  it('with --bare on what was left, when it is started, then it says that --fresh is needed', async () => {
    await start();
    await demo?.end('SIGINT');
    expect(await start('--bare'))
      .to.contain('It goes on as it was left')
      .and.contain('--fresh --bare');
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
