/**
 * Lets a learner have a second award of a version: one that corrects the first. The unique key takes in the number of the correction; the
 * new one stands before the old one falls, and an older replica that is still running is held by it as well.
 */
import type { Migration } from './migration.js';

export const corrections: Migration = {
  number: 2,
  name: 'corrections',
  async up(connection) {
    const awards = connection.collection('awards');
    const old = { microCredentialId: 1, platformId: 1, subject: 1, version: 1 } as const;
    await awards.createIndex(
      { ...old, 'correction.number': 1 },
      {
        unique: true,
        name: 'microCredentialId_1_platformId_1_subject_1_version_1_correction.number_1',
      },
    );
    const there = await awards.indexes();
    const name = 'microCredentialId_1_platformId_1_subject_1_version_1';
    if (there.some((index) => index.name === name)) await awards.dropIndex(name);
  },
};
