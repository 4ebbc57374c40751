/** Marks the database as one of Acquis, with the time of its first use. */
import type { Migration } from './migration.js';

export const installation: Migration = {
  number: 1,
  name: 'installation',
  async up(connection) {
    await connection
      .collection<{ _id: string; createdAt: Date }>('installation')
      .updateOne({ _id: 'installation' }, { $setOnInsert: { createdAt: new Date() } }, { upsert: true });
  },
};
