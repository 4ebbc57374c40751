/** Launches that were let in: the unique key lets one caller of any number write the document. */
import type { Connection } from 'mongoose';
import type { UsedLaunches } from '../../domain/platforms/used-launches.js';
import { endsAtExpiresAt, openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { isDuplicate } from './storage-trouble.js';

interface Stored {
  id: string;
  expiresAt: Date;
}

const fields: FieldsOf<Stored> = { expiresAt: Date };

export const usedLaunchCollection: CollectionDeclaration = {
  name: 'used_launches',
  fields,
  indexes: [endsAtExpiresAt],
};

export function openUsedLaunches(connection: Connection): UsedLaunches {
  const used = openCollection<Stored>(connection, usedLaunchCollection);
  return {
    async use(id, until) {
      try {
        await used.insert({ id, expiresAt: until });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}
