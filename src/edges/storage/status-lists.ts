/** Signed status lists in the database. One list of an institution is open at a time: a unique key among open ones. */
import type { Connection } from 'mongoose';
import type { PublishedStatusList, StatusListStore } from '../../domain/awards/status-list-store.js';
import { randomId } from '../../shared/ids.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';

type Stored = PublishedStatusList & { open: boolean };

const fields: FieldsOf<Stored> = {
  institutionId: String,
  createdAt: Date,
  credential: String,
  fingerprint: String,
  etag: String,
  publishedAt: Date,
  signedWith: String,
  open: Boolean,
};

export const statusListCollection: CollectionDeclaration = {
  name: 'status_lists',
  fields,
  indexes: [
    {
      fields: { institutionId: 1, open: 1 },
      options: { unique: true, partialFilterExpression: { open: true } },
    },
  ],
};

export function openStatusLists(connection: Connection): StatusListStore {
  const lists = openCollection<Stored>(connection, statusListCollection);
  return {
    async byId(id) {
      const found = await lists.findOne({ id });
      return found && toList(found);
    },
    async current(institutionId, at) {
      const open = { institutionId, open: true };
      const found = await lists.findOne(open);
      if (found) return toList(found);
      await lists.put(open, { $setOnInsert: { _id: randomId(), createdAt: at } });
      return toList(await lists.get(open));
    },
    close: async (id) => void (await lists.update({ id }, { $set: { open: false } })),
    publish: async (id, published) => void (await lists.update({ id }, { $set: published })),
  };
}

function toList({ open: _open, ...list }: Stored): PublishedStatusList {
  return list;
}
