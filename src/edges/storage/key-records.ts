/** Sealed keys and sealed secrets in the database. One key of a kind is in use in an institution: a unique key among those. */
import type { Connection } from 'mongoose';
import type { KeyRecord, KeyRecords } from '../../domain/institutions/key-records.js';
import { isMissing, isThere } from './filter.js';
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
  retiredBySchedule: Boolean,
  compromise: {},
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
    {
      fields: { 'compromise.declaredAt': 1 },
      options: { partialFilterExpression: { 'compromise.declaredAt': { $exists: true } } },
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
    retire: (id, at, bySchedule = false) => {
      const retired = { inUse: false, retiredAt: at, ...(bySchedule && { retiredBySchedule: true }) };
      return keys.update({ id, inUse: true }, { $set: retired });
    },
    // in this order: one that is retired between the two writes is met by the second
    compromise: async (id, compromise) =>
      (await keys.update(
        { id, inUse: true },
        { $set: { inUse: false, retiredAt: compromise.declaredAt, compromise } },
      )) || keys.update({ id, inUse: false, 'compromise.declaredAt': isMissing() }, { $set: { compromise } }),
    async byId(id) {
      const found = await keys.findOne({ id });
      return found && toRecord(found);
    },
    async ofInstitution(institutionId) {
      return (await keys.find({ institutionId }, { sort: { createdAt: -1, _id: 1 } })).map(toRecord);
    },
    compromised: async () => (await keys.find({ 'compromise.declaredAt': isThere() })).map(toRecord),
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
