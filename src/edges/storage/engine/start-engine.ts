/**
 * Starts the embedded database: what Acquis stores in when no MONGODB_URI is set. A mongod named in the settings or found
 * on PATH, else SecantusDB; always a child process on loopback that ends with its parent. For trying, tests and small
 * pilots. It does not connect to it: that is the connection's work.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../../shared/problem.js';
import { startProcess, type EngineCommand, type EngineLog, type EngineProcess } from './engine-process.js';
import { findMongod } from './find-mongod.js';
import { installSecantus } from './install-secantus.js';
import { mongodCommand } from './mongod-command.js';
import { secantusCommand } from './secantus-command.js';

export interface EngineOptions {
  /** Folder of the data, made when missing; ':memory:' keeps nothing. */
  dataFolder: string;
  /** Folder of what is installed once; default var/engine. */
  engineFolder?: string;
  /** Path of a mongod to use; empty or undefined looks on PATH. */
  mongodPath?: string;
  log: EngineLog;
  /** Told in one sentence what takes time. */
  onProgress: (sentence: string) => void;
  /** Milliseconds to wait for a data folder that is in use: a killed parent's engine needs a moment. Default 8000. */
  folderWaitMs?: number;
  /** Called when the running engine ends by itself; default: nothing. */
  onDied?: (how: string) => void;
}

export type EngineKind = 'mongod' | 'secantusdb';

export interface Engine {
  /** MongoDB address without a database name's data in it: add the name with `dbName`. */
  uri: string;
  kind: EngineKind;
  /** Process id of the engine, or of what supervises it. */
  pid: number;
  stop(): Promise<void>;
}

const portTries = 5;

/**
 * @throws Problem storage-unavailable: no engine can be had, the data folder is in use by another Acquis, the data was
 * written by the other kind of engine, or the engine does not come up. Its detail says what to do.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const inMemory = options.dataFolder === ':memory:';
  const folder = inMemory ? ':memory:' : resolve(options.dataFolder);
  const written = inMemory ? undefined : await kindWritten(folder);
  const mongod =
    written === 'secantusdb' && !options.mongodPath ? undefined : await findMongod(options.mongodPath);
  const kind: EngineKind = mongod ? 'mongod' : 'secantusdb';
  if (written && written !== kind) throw otherKind(folder, written, kind);

  const clearing: (() => Promise<void>)[] = [];
  let command: () => Promise<EngineCommand>;
  if (mongod) {
    // mongod has no data path of its own for memory: a temporary folder that is removed again.
    const data = inMemory ? await mkdtemp(join(tmpdir(), 'acquis-mongod-')) : join(folder, kind);
    if (inMemory) clearing.push(() => rm(data, { recursive: true, force: true }));
    await mkdir(data, { recursive: true });
    command = async () => mongodCommand(mongod, data, await freePort());
  } else {
    const { python, configuration } = await installSecantus(
      options.engineFolder ?? 'var/engine',
      options.onProgress,
    );
    const data = inMemory ? folder : join(folder, kind);
    if (!inMemory) await mkdir(data, { recursive: true });
    command = () => Promise.resolve(secantusCommand(python, data, configuration));
  }

  const running = await untilRunning(command, folder, options);
  if (!inMemory && !written) await writeFile(join(folder, 'engine'), `${kind}\n`);
  const uri = `mongodb://127.0.0.1:${running.port}/?directConnection=true`;
  options.log.info({ kind, port: running.port }, 'embedded database started');
  const stop = async (): Promise<void> => {
    await running.stop();
    for (const clear of clearing) await clear();
  };
  return { uri, kind, pid: running.pid, stop };
}

async function untilRunning(
  command: () => Promise<EngineCommand>,
  folder: string,
  options: EngineOptions,
): Promise<EngineProcess> {
  const waitUntil = Date.now() + (options.folderWaitMs ?? 8_000);
  let portsLost = 0;
  let told = false;
  for (;;) {
    const result = await startProcess(await command(), options.log, (how) => options.onDied?.(how));
    if ('port' in result) return result;
    if (result.failed === 'gone') {
      throw new Problem('storage-unavailable', {
        detail: `the database engine did not start: ${result.lastWords}`,
      });
    }
    if (result.failed === 'port-taken') {
      portsLost += 1;
      if (portsLost >= portTries) {
        throw new Problem('storage-unavailable', {
          detail: `${portTries} ports in a row were taken by others`,
        });
      }
      continue;
    }
    if (Date.now() > waitUntil) {
      throw new Problem('storage-unavailable', {
        detail: `the data folder ${folder} is in use by another running Acquis: stop that one, or set ACQUIS_DATA_FOLDER to another folder`,
      });
    }
    if (!told) options.onProgress(`The data folder ${folder} is in use; waiting a few seconds for it.`);
    told = true;
    await sleep(500);
  }
}

/** Which engine wrote the data in this folder; undefined for a new folder. */
async function kindWritten(folder: string): Promise<EngineKind | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const kind = (await readFile(join(folder, 'engine'), 'utf8')).trim();
    if (kind === 'mongod' || kind === 'secantusdb') return kind;
    throw new Problem('storage-unavailable', { detail: `${join(folder, 'engine')} names an unknown engine` });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function otherKind(folder: string, written: EngineKind, wanted: EngineKind): Problem {
  const remedy =
    written === 'mongod'
      ? 'put mongod on PATH again or name it in ACQUIS_MONGOD'
      : 'leave ACQUIS_MONGOD empty to go on with it, or choose another ACQUIS_DATA_FOLDER';
  return new Problem('storage-unavailable', {
    detail: `the data in ${folder} was written by ${written} and ${wanted} cannot read it: ${remedy}`,
  });
}

/** A TCP port of the loopback interface that nobody uses at this moment. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
