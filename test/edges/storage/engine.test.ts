/** The embedded database with the real SecantusDB: started, kept, refused, stopped, and ended with its parent. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { startEngine, type Engine } from '../../../src/edges/storage/engine/start-engine.js';
import { Problem } from '../../../src/shared/problem.js';
import { asProgram } from '../../support/program.js';

const silent = (): void => undefined;

describe('startEngine', function () {
  this.timeout(120_000);
  let folder: string;
  const running: Engine[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'acquis-engine-'));
  });

  afterEach(async () => {
    for (const engine of running.splice(0)) await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(dataFolder: string, folderWaitMs = 0): Promise<Engine> {
    const log = { debug: silent, info: silent };
    const engine = await startEngine({ dataFolder, folderWaitMs, log, onProgress: silent });
    running.push(engine);
    return engine;
  }

  it('started on a folder, stopped and started again, still has what was written', async () => {
    const first = await start(folder);
    await withConnection(first.uri, (db) => db.collection('things').insertOne({ name: 'kept' }));
    await first.stop();
    const second = await start(folder);
    const found = await withConnection(second.uri, (db) => db.collection('things').findOne({ name: 'kept' }));
    expect(found?.['name']).to.equal('kept');
  });

  it('started, answers on loopback alone with an address that names no other member', async () => {
    const engine = await start(':memory:');
    expect(engine.uri).to.match(/^mongodb:\/\/127\.0\.0\.1:\d+\/\?directConnection=true$/);
  });

  it('started twice in memory, gives two databases that know nothing of each other', async () => {
    const [one, two] = [await start(':memory:'), await start(':memory:')];
    await withConnection(one.uri, (db) => db.collection('things').insertOne({ name: 'mine' }));
    expect(await withConnection(two.uri, (db) => db.collection('things').countDocuments())).to.equal(0);
  });

  it('started on a folder that another one has open, refuses and names the folder', async () => {
    await start(folder);
    const refusal = await refusalOf(start(folder));
    expect(refusal.code).to.equal('storage-unavailable');
    expect(refusal.detail).to.contain(folder).and.to.contain('in use');
  });

  it('started on a folder that is released meanwhile, waits for it', async () => {
    const first = await start(folder);
    const second = start(folder, 8_000);
    await sleep(300);
    await first.stop();
    expect((await second).uri).to.match(/^mongodb:/);
  });

  it('stopped, no longer answers; stopped twice, does no harm', async () => {
    const engine = await start(':memory:');
    await engine.stop();
    await engine.stop();
    expect(await answers(engine.uri)).to.equal(false);
  });

  it('whose parent is killed without warning, ends as well and gives the folder free', async () => {
    const program = asProgram('test/support/engine-parent.ts');
    const parent = spawn(process.execPath, [...program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [uri] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    expect(await answers(uri)).to.equal(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const next = await start(folder, 8_000);
    expect(next.uri).to.not.equal(uri);
    expect(await answers(uri)).to.equal(false);
  });

  it('filled with thousands of documents under many keys, many at a time, goes on', async () => {
    const engine = await start(folder);
    const keys = Array.from({ length: 17 }, (_none, n) => `key${n}`);
    const aThing = (): object => ({
      text: 'x'.repeat(2_000),
      ...Object.fromEntries(keys.map((key) => [key, randomBytes(20).toString('hex')])),
    });
    await withConnection(engine.uri, async (db) => {
      const things = db.collection('things');
      for (const [n, key] of keys.entries()) await things.createIndex({ [key]: 1 }, { unique: n % 2 === 0 });
      for (let batch = 0; batch < 8; batch += 1)
        await things.insertMany(Array.from({ length: 2_000 }, aThing), { ordered: false });
      expect(await things.countDocuments()).to.equal(16_000);
    });
  });

  it('killed from outside, tells it', async () => {
    let how = '';
    const engine = await startEngine({
      dataFolder: ':memory:',
      log: { debug: silent, info: silent },
      onProgress: silent,
      onDied: (text) => (how = text),
    });
    running.push(engine);
    process.kill(engine.pid, 'SIGKILL');
    for (let tries = 0; tries < 100 && how === ''; tries += 1) await sleep(50);
    expect(how).to.equal('signal SIGKILL');
  });
});

type Database = NonNullable<mongoose.Connection['db']>;

async function withConnection<T>(uri: string, deed: (db: Database) => Promise<T>): Promise<T> {
  const connection = await mongoose
    .createConnection(uri, { dbName: 'engine_test', serverSelectionTimeoutMS: 2_000 })
    .asPromise();
  try {
    if (!connection.db) throw new Error('not connected');
    return await deed(connection.db);
  } finally {
    await connection.close();
  }
}

async function answers(uri: string): Promise<boolean> {
  return withConnection(uri, (db) => db.command({ ping: 1 })).then(
    () => true,
    () => false,
  );
}

async function refusalOf(deed: Promise<unknown>): Promise<Problem> {
  const outcome = await deed.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw new Error(`a Problem was expected, not ${String(outcome)}`);
}
