/** Migrations among replicas that start together, fail, are killed, or lose their lease. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { allMigrations } from '../../../src/edges/storage/migrations/all-migrations.js';
import type { LeaseTimes } from '../../../src/edges/storage/migrations/lease.js';
import type { Migration } from '../../../src/edges/storage/migrations/migration.js';
import { runMigrations } from '../../../src/edges/storage/migrations/run-migrations.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { silentLog } from './replicas.js';

const times: LeaseTimes = { beatMs: 50, deadMs: 600, lookMs: 20 };

describe('runMigrations', function () {
  this.timeout(120_000);
  let database: TestDatabase;
  let one: Connection;
  let two: Connection;

  beforeEach(async () => {
    database = await openTestDatabase();
    one = await mongoose.createConnection(database.uri).asPromise();
    two = await mongoose.createConnection(database.uri).asPromise();
  });

  afterEach(async () => {
    await one.close();
    await two.close();
    await database.drop();
  });

  const run = (connection: Connection, migrations: Migration[], log = silentLog) =>
    runMigrations(connection, migrations, log, times);

  /** Migrations that write down that they ran, and take their time. */
  function counted(...numbers: number[]): { migrations: Migration[]; runs: number[] } {
    const runs: number[] = [];
    const migrations = numbers.map((number) => ({
      number,
      name: `step-${number}`,
      up: async () => {
        runs.push(number);
        await sleep(100);
      },
    }));
    return { migrations, runs };
  }

  it('started by two replicas at once, runs each migration once, in order', async () => {
    const { migrations, runs } = counted(2, 1, 3);
    const ran = await Promise.all([run(one, migrations), run(two, migrations)]);
    expect(runs).to.deep.equal([1, 2, 3]);
    expect(ran.flat().sort()).to.deep.equal([1, 2, 3]);
    expect(await one.collection('leases').countDocuments()).to.equal(0);
  });

  it('started again, runs only what is new', async () => {
    const { migrations, runs } = counted(1, 2);
    await run(one, migrations.slice(0, 1));
    expect(await run(two, migrations)).to.deep.equal([2]);
    expect(await run(one, migrations)).to.deep.equal([]);
    expect(runs).to.deep.equal([1, 2]);
  });

  it('whose second migration fails, keeps the first, says which failed, and goes on at the next start', async () => {
    const { migrations, runs } = counted(1, 3);
    let broken = true;
    const second: Migration = {
      number: 2,
      name: 'fragile',
      up: async () => {
        if (broken) throw new Error('out of order');
        runs.push(2);
      },
    };
    const all = [...migrations, second];
    const problem = await thrownProblem(() => run(one, all));
    expect(problem.code).to.equal('storage-unavailable');
    expect(problem.detail).to.contain('2 (fragile)');
    expect(runs).to.deep.equal([1]);
    broken = false;
    expect(await run(two, all)).to.deep.equal([2, 3]);
    expect(runs).to.deep.equal([1, 2, 3]);
  });

  it('whose holder was killed, is taken over once the beat stands still, and begins the open one again', async () => {
    // what a killed replica leaves: the lease, no mark
    await one
      .collection<{ _id: string }>('leases')
      .insertOne({ _id: 'migrations', holder: 'killed', beat: 7 } as never);
    const { migrations, runs } = counted(1);
    const started = performance.now();
    const ran = await Promise.all([run(one, migrations), run(two, migrations)]);
    expect(performance.now() - started).to.be.greaterThan(times.deadMs);
    expect(runs).to.deep.equal([1]);
    expect(ran.flat()).to.deep.equal([1]);
  });

  it('whose holder is slow but alive, is waited for longer than a dead one', async () => {
    const runs: string[] = [];
    const slow = (who: string): Migration[] => [
      { number: 1, name: 'slow', up: async () => void (await sleep(times.deadMs * 2.5), runs.push(who)) },
    ];
    const first = run(one, slow('one'));
    await sleep(150);
    await Promise.all([first, run(two, slow('two'))]);
    expect(runs).to.deep.equal(['one']);
  });

  it('whose lease was taken over meanwhile, marks nothing and says so', async () => {
    const robbed: Migration = {
      number: 1,
      name: 'robbed',
      up: async (connection) => {
        await connection.collection('leases').updateMany({}, { $set: { holder: 'somebody else' } });
      },
    };
    const problem = await thrownProblem(() => run(one, [robbed]));
    expect(problem.detail).to.contain('taken over');
    expect(await one.collection('migrations').countDocuments()).to.equal(0);
  });

  it('run on the database of a newer version, warns and does no harm', async () => {
    const { migrations } = counted(1, 2);
    await run(one, migrations);
    const told: object[] = [];
    const log = { ...silentLog, warn: (facts: object) => void told.push(facts) };
    expect(await run(two, migrations.slice(0, 1), log)).to.deep.equal([]);
    expect(told).to.deep.equal([{ newer: [2] }]);
  });

  it('awards of before corrections, migrated, lose the key that held a learner to one award of a version', async () => {
    const awards = one.collection('awards');
    const key = { microCredentialId: 'm', platformId: 'p', subject: 's', version: 1 };
    await awards.createIndex(
      { microCredentialId: 1, platformId: 1, subject: 1, version: 1 },
      { unique: true, name: 'microCredentialId_1_platformId_1_subject_1_version_1' },
    );
    await awards.insertOne({ ...key, state: 'issued' });
    await run(one, [...allMigrations]);
    const again: unknown = await awards.insertOne({ ...key }).catch((error: unknown) => error);
    expect(again).to.include({ code: 11_000 });
    await awards.insertOne({ ...key, correction: { number: 1 } });
    expect(await awards.countDocuments()).to.equal(2);
  });

  it('indexes of awards in whose place others came, migrated, are gone; those others, and one that somebody made, are there', async () => {
    const awards = one.collection('awards');
    await awards.createIndex(
      { 'correction.pending': 1 },
      { partialFilterExpression: { 'correction.pending': { $exists: true } } },
    );
    await awards.createIndex({ 'statusPlace.listId': 1, state: 1 });
    await awards.createIndex({ institutionId: 1, 'signedWith.rsa': 1 });
    await awards.createIndex({ lmsName: 1 });
    await run(one, [...allMigrations]);
    const names = (await awards.indexes()).map(({ name }) => name);
    expect(names).to.include.members([
      'lmsName_1',
      'correction.pending_1_correction.number_1',
      'statusPlace.listId_1_state_1_statusPlace.index_1',
      'institutionId_1_signedWith.rsa_1__id_1',
    ]);
    expect(names).not.to.include.members(['correction.pending_1']);
    expect(names).not.to.include.members(['statusPlace.listId_1_state_1']);
    expect(names).not.to.include.members(['institutionId_1_signedWith.rsa_1']);
  });

  it('the migrations of this version, run one by one again, leave what they found', async () => {
    for (const migration of allMigrations) await migration.up(one);
    const before = await one.collection('installation').find().toArray();
    for (const migration of allMigrations) await migration.up(two);
    expect(await one.collection('installation').find().toArray()).to.deep.equal(before);
    expect(before).to.have.length(1);
  });

  it('the numbers of the migrations, listed, are 1, 2, 3 and so on', () => {
    expect(allMigrations.map(({ number }) => number)).to.deep.equal(allMigrations.map((_, n) => n + 1));
  });
});
