/** The embedded database when there is a mongod: a stand-in program that speaks mongod's command line and log lines. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { startEngine, type Engine } from '../../../src/edges/storage/engine/start-engine.js';
import { Problem } from '../../../src/shared/problem.js';
import { asProgram } from '../../support/program.js';

const silent = (): void => undefined;

/** A program that behaves as mongod does; `version` it claims; `fault` is what it ends with each time, `onlyOnce` at the first try alone. */
function standIn(version: string, fault = '', onlyOnce = false): string {
  return `#!${process.execPath}
const fs = require('node:fs'); const net = require('node:net'); const path = require('node:path');
const args = process.argv.slice(2);
if (args[0] === '--version') { console.log('db version v${version}'); process.exit(0); }
const folder = args[args.indexOf('--dbpath') + 1];
const log = (message) => console.log(JSON.stringify({ s: 'I', c: 'NETWORK', msg: message, attr: {} }));
const mark = path.join(folder, 'tried');
if (${JSON.stringify(fault)} && !(${onlyOnce} && fs.existsSync(mark))) {
  fs.writeFileSync(mark, ''); log(${JSON.stringify(fault)}); process.exit(48);
}
fs.writeFileSync(path.join(folder, 'args.json'), JSON.stringify(args));
net.createServer(() => {}).listen(Number(args[args.indexOf('--port') + 1]), '127.0.0.1', () => log('Waiting for connections'));
process.on('SIGTERM', () => process.exit(0));
`;
}

describe('startEngine with a mongod', function () {
  this.timeout(30_000);
  let folder: string;
  const running: Engine[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acquis-mongod-test-'));
  });

  afterEach(async () => {
    for (const engine of running.splice(0)) await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(program: string, dataFolder = join(folder, 'data')): Promise<Engine> {
    const mongodPath = join(folder, 'mongod');
    await writeFile(mongodPath, program, { mode: 0o755 });
    const log = { debug: silent, info: silent };
    const engine = await startEngine({ dataFolder, mongodPath, folderWaitMs: 0, log, onProgress: silent });
    running.push(engine);
    return engine;
  }

  it('named in the settings, is run on loopback with its own data folder', async () => {
    const engine = await start(standIn('8.0.4'));
    expect(engine.kind).to.equal('mongod');
    const data = join(folder, 'data', 'mongod');
    const args = JSON.parse(await readFile(join(data, 'args.json'), 'utf8')) as string[];
    expect(args).to.include.members(['--dbpath', data, '--bind_ip', '127.0.0.1', '--nounixsocket']);
    expect(await accepts(engine.uri)).to.equal(true);
  });

  it('stopped, is gone', async () => {
    const engine = await start(standIn('8.0.4'));
    await engine.stop();
    expect(await accepts(engine.uri)).to.equal(false);
  });

  it('whose grandparent is killed without warning, is gone too', async () => {
    const mongod = join(folder, 'mongod');
    await writeFile(mongod, standIn('8.0.4'), { mode: 0o755 });
    const args = [...asProgram('test/support/engine-parent.ts'), join(folder, 'data'), mongod];
    const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [uri] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    expect(await accepts(uri)).to.equal(true);
    parent.kill('SIGKILL');
    for (let tries = 0; tries < 100 && (await accepts(uri)); tries += 1) await sleep(50);
    expect(await accepts(uri)).to.equal(false);
  });

  it('whose port was taken by somebody in the meantime, is started again on another', async () => {
    const engine = await start(standIn('8.0.4', 'Address already in use', true));
    expect(await accepts(engine.uri)).to.equal(true);
  });

  it('that finds every port taken, is given up', async () => {
    expect((await refusal(start(standIn('8.0.4', 'Address already in use')))).detail).to.contain('ports');
  });

  it('whose data folder is locked, is refused with a sentence about the folder', async () => {
    const fault = 'DBPathInUse: Unable to lock the lock file';
    expect((await refusal(start(standIn('8.0.4', fault)))).detail).to.contain('in use by another');
  });

  it('that ends at once, is refused with its last words', async () => {
    expect((await refusal(start(standIn('8.0.4', 'no room left')))).detail).to.contain('no room left');
  });

  it('older than 7, is refused', async () => {
    expect((await refusal(start(standIn('4.4.29')))).detail).to.contain('version 7 or newer');
  });

  it('that is not a program, is refused', async () => {
    expect((await refusal(start('no program at all'))).detail).to.contain('cannot be run');
  });

  it('named for data that SecantusDB wrote, is refused with the way out', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'engine'), 'secantusdb\n');
    const detail = (await refusal(start(standIn('8.0.4')))).detail;
    expect(detail).to.contain('written by secantusdb').and.to.contain('ACQUIS_MONGOD');
  });

  it('run in memory, leaves no folder behind', async () => {
    const engine = await start(standIn('8.0.4'), ':memory:');
    await engine.stop();
    expect(await accepts(engine.uri)).to.equal(false);
  });
});

function accepts(uri: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(uri).port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function refusal(deed: Promise<unknown>): Promise<Problem> {
  const outcome = await deed.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Problem && outcome.code === 'storage-unavailable') return outcome;
  throw new Error(`storage-unavailable was expected, not ${String(outcome)}`);
}
