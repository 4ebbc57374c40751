/**
 * A database of its own for each test file: in the engine `npm test` has started (ACQUIS_TEST_MONGODB_URI), else in one
 * started here in memory, once a process; that one ends with the process.
 */
import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { startEngine } from '../../src/edges/storage/engine/start-engine.js';

export interface TestDatabase {
  /** Address with the database's name in its path. */
  uri: string;
  name: string;
  /** Drops the database; close your own connections first. */
  drop(): Promise<void>;
}

let own: Promise<string> | undefined;

/** Gives a new, empty database. Call it in a `before` hook and `drop()` in `after`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  own ??= process.env['ACQUIS_TEST_MONGODB_URI']
    ? Promise.resolve(process.env['ACQUIS_TEST_MONGODB_URI'])
    : startOwn();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const address = new URL(await own);
  address.pathname = `/${name}`;
  const uri = address.href;
  const drop = async (): Promise<void> => {
    const connection = await mongoose.createConnection(uri).asPromise();
    await connection.dropDatabase();
    await connection.close();
  };
  return { uri, name, drop };
}

async function startOwn(): Promise<string> {
  const silent = (): void => undefined;
  const onProgress = (sentence: string): void => console.error(sentence);
  const log = { debug: silent, info: silent };
  const engine = await startEngine({ dataFolder: ':memory:', log, onProgress });
  return engine.uri;
}
