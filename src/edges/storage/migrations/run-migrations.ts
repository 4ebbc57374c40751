/** Runs the migrations that the database has not seen, in order, each once among all replicas, and marks each when it is done. */
import type { Connection } from 'mongoose';
import { Problem } from '../../../shared/problem.js';
import type { StorageLog } from '../storage-log.js';
import { inStorageTerms } from '../storage-trouble.js';
import { takeLease, type LeaseTimes } from './lease.js';
import type { Migration } from './migration.js';

interface Mark {
  _id: number;
  name: string;
  doneAt: Date;
}

const usualTimes: LeaseTimes = { beatMs: 1_000, deadMs: 10_000, lookMs: 200 };

/**
 * Returns the numbers that this call ran. Another replica that is migrating is waited for.
 * @throws Problem storage-unavailable when one fails (it runs again at the next start) or the lease is lost
 */
export async function runMigrations(
  connection: Connection,
  migrations: readonly Migration[],
  log: StorageLog,
  times: LeaseTimes = usualTimes,
): Promise<number[]> {
  const marks = connection.collection<Mark>('migrations');
  const done = async (): Promise<number[]> =>
    (await inStorageTerms(() => marks.find().toArray())).map((mark) => mark._id);
  const known = migrations.map(({ number }) => number);
  const newer = (await done()).filter((number) => !known.includes(number));
  if (newer.length > 0) log.warn({ newer }, 'the database was used by a newer Acquis');
  if (pending(migrations, await done()).length === 0) return [];

  const lease = await takeLease(connection, 'migrations', times);
  const ran: number[] = [];
  try {
    // read again: who had the lease before has done some
    for (const migration of pending(migrations, await done())) {
      await lease.hold();
      await run(migration, connection);
      await lease.hold();
      const { number, name } = migration;
      await inStorageTerms(() =>
        marks.updateOne({ _id: number }, { $setOnInsert: { name, doneAt: new Date() } }, { upsert: true }),
      );
      ran.push(number);
      log.info({ number, name }, 'migration done');
    }
  } finally {
    await lease.release();
  }
  return ran;
}

function pending(migrations: readonly Migration[], done: number[]): Migration[] {
  return migrations
    .filter(({ number }) => !done.includes(number))
    .toSorted((one, other) => one.number - other.number);
}

async function run(migration: Migration, connection: Connection): Promise<void> {
  try {
    await migration.up(connection);
  } catch (cause) {
    const detail = `migration ${migration.number} (${migration.name}) failed`;
    throw new Problem('storage-unavailable', { detail, facts: { migration: migration.number }, cause });
  }
}
