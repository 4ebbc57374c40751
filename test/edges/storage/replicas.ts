/** Two storages on one new database: what two replicas of Acquis are. Opened before the tests of a suite, dropped after them. */
import mongoose from 'mongoose';
import { openStorage, type Storage } from '../../../src/edges/storage/connection.js';
import type { StorageLog } from '../../../src/edges/storage/storage-log.js';
import { randomId } from '../../../src/shared/ids.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.js';

export interface Replicas {
  one: Storage;
  two: Storage;
}

export const silentLog: StorageLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The databases that the contracts run on: the embedded one, and the one that MONGODB_TEST_URI names where it is set. */
export const databases: { name: string; open: () => Promise<TestDatabase> }[] = [
  { name: 'the embedded database', open: openTestDatabase },
];
const other = process.env['MONGODB_TEST_URI'];
if (other) databases.push({ name: 'the database of MONGODB_TEST_URI', open: () => openAt(other) });

/** Registers the hooks; the replicas are there once the tests run. */
export function withReplicas(open: () => Promise<TestDatabase>): () => Replicas {
  let database: TestDatabase | undefined;
  let replicas: Replicas | undefined;
  before(async function () {
    this.timeout(120_000);
    database = await open();
    const at = { uri: database.uri, log: silentLog };
    replicas = { one: await openStorage(at), two: await openStorage(at) };
    await replicas.one.migrate();
  });
  after(async () => {
    await replicas?.one.close();
    await replicas?.two.close();
    await database?.drop();
  });
  return () => {
    if (!replicas) throw new Error('the replicas are opened before the tests, not earlier');
    return replicas;
  };
}

/** `count` runs at once, every other one on the second replica. */
export function atOnce<T>(
  replicas: Replicas,
  count: number,
  run: (storage: Storage, n: number) => Promise<T>,
): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, n) => run(n % 2 ? replicas.one : replicas.two, n)));
}

async function openAt(address: string): Promise<TestDatabase> {
  const name = `test_${randomId().replace(/\W/g, '').toLowerCase()}`;
  const [, start = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(address) ?? [];
  const uri = `${start}/${name}${query}`;
  const drop = async (): Promise<void> => {
    const connection = await mongoose.createConnection(uri).asPromise();
    await connection.dropDatabase();
    await connection.close();
  };
  return Promise.resolve({ uri, name, drop });
}
