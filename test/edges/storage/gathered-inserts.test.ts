import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCollection } from '../../../src/edges/storage/collection.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.js';

describe('a collection whose inserts are gathered', () => {
  let database: TestDatabase;
  let connection: Connection;
  const sent: number[] = [];

  before(async function () {
    this.timeout(120_000);
    database = await openTestDatabase();
    connection = await mongoose.createConnection(database.uri, { monitorCommands: true }).asPromise();
    connection.getClient().on('commandStarted', ({ commandName, command }) => {
      if (commandName === 'insert') sent.push((command as { documents: unknown[] }).documents.length);
    });
  });

  after(async () => {
    await connection?.close();
    await database?.drop();
  });

  it('those that come one after the other soon after another, when they are inserted, go in one command', async () => {
    const things = openCollection<{ id: string }>(connection, {
      name: 'things',
      fields: {},
      indexes: [],
      gathering: 1_000,
    });
    await things.insert({ id: 'first' });
    const second = things.insert({ id: 'second' });
    await sleep(10);
    await Promise.all([second, things.insert({ id: 'third' })]);
    expect(sent).to.deep.equal([1, 2]);
  });
});
