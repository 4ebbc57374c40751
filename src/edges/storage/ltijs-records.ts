/** What the LTI library keeps, in the database: sealed text with the fields it is found by. */
import type { Connection } from 'mongoose';
import {
  ltijsIdentity,
  type LtijsCollection,
  type LtijsQuery,
  type LtijsRecord,
  type LtijsRecords,
} from '../../domain/platforms/ltijs-records.js';
import { Problem } from '../../shared/problem.js';
import { endsAtExpiresAt, openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import type { Filter } from './filter.js';
import { keyOf } from './key-of.js';

/** `of` is the library's collection. */
type Stored = LtijsRecord & { id: string; of: LtijsCollection };

const fields: FieldsOf<Stored> = {
  of: String,
  fields: {},
  content: String,
  createdAt: Date,
  expiresAt: Date,
};

/** `_id` is made of the collection and its identity fields. */
export const ltijsRecordCollection: CollectionDeclaration = {
  name: 'ltijs_records',
  fields,
  indexes: [{ fields: { of: 1 } }, endsAtExpiresAt],
};

export function openLtijsRecords(connection: Connection): LtijsRecords {
  const records = openCollection<Stored>(connection, ltijsRecordCollection);
  return {
    async get(collection, query) {
      const found = await records.find(filterOf(collection, query), { sort: { createdAt: 1, _id: 1 } });
      return found.map(toRecord);
    },
    insert: async (collection, record) =>
      records.insert({ ...record, of: collection, id: identityOf(collection, record) }),
    async replace(collection, record) {
      const { content, createdAt, expiresAt } = record;
      await records.put(
        { id: identityOf(collection, record) },
        { $set: { of: collection, fields: record.fields, content, createdAt, expiresAt } },
      );
    },
    delete: async (collection, query) => records.delete(filterOf(collection, query)),
  };
}

function identityOf(collection: LtijsCollection, record: LtijsRecord): string {
  const values = ltijsIdentity[collection].map((name) => {
    const value = record.fields[name];
    if (typeof value === 'string') return value;
    throw new Problem('request-invalid', { detail: `a record of ${collection} lacks its field ${name}` });
  });
  return keyOf(collection, ...values);
}

function filterOf(collection: LtijsCollection, query: LtijsQuery): Filter {
  const entries = Object.entries(query).map(([name, value]) => {
    if (!/^[A-Za-z]+$/.test(name)) throw new Problem('request-invalid', { detail: 'a field name is none' });
    return [`fields.${name}`, value] as const;
  });
  return { of: collection, ...Object.fromEntries(entries) };
}

function toRecord({ id: _id, of: _of, ...record }: Stored): LtijsRecord {
  return record;
}
