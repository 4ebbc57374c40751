/** Sealed keys and sealed secrets in the database. One key of a kind is in use in an institution: a unique key among those. */
import type { Connection } from 'mongoose';
import type { KeyRecord, KeyRecords } from '../../domain/institutions/key-records.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';

type Stored = KeyRecord & { inUse: boolean };
interface Secret {
  /** Its name. */
  id: string;
  sealed: string;
}

const keyFields: FieldsOf<Stored> = {
  institutionId: String,
  kind: String,
  jwk: {},
  multibase: String,
  createdAt: Date,
  retiredAt: Date,
  sealedPrivateKey: String,
  inUse: Boolean,
};
const secretFields: FieldsOf<Secret> = { sealed: String };

const keyCollection: CollectionDeclaration = {
  name: 'signing_keys',
  fields: keyFields,
  indexes: [
    { fields: { institutionId: 1, createdAt: -1 } },
    {
      fields: { institutionId: 1, kind: 1 },
      options: { unique: true, partialFilterExpression: { inUse: true } },
    },
  ],
};
const secretCollection: CollectionDeclaration = { name: 'secrets', fields: secretFields, indexes: [] };

export const keyCollections = [keyCollection, secretCollection];

export function openKeyRecords(connection: Connection): KeyRecords {
  const keys = openCollection<Stored>(connection, keyCollection);
  const secrets = openCollection<Secret>(connection, secretCollection);
  return {
    add: (record) => keys.insert({ ...record, inUse: record.retiredAt === undefined }),
    retire: (id, at) => keys.update({ id, inUse: true }, { $set: { inUse: false, retiredAt: at } }),
    async byId(id) {
      const found = await keys.findOne({ id });
      return found && toRecord(found);
    },
    async ofInstitution(institutionId) {
      return (await keys.find({ institutionId }, { sort: { createdAt: -1, _id: 1 } })).map(toRecord);
    },
    secret: async (name) => (await secrets.findOne({ id: name }))?.sealed,
    async keepSecret(name, sealed) {
      await secrets.put({ id: name }, { $setOnInsert: { sealed } });
      return (await secrets.get({ id: name })).sealed;
    },
  };
}

function toRecord({ inUse: _inUse, ...record }: Stored): KeyRecord {
  return record;
}
