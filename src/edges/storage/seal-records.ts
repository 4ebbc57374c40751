/** Linked seals in the database: one an institution, whose id is theirs. */
import type { Connection } from 'mongoose';
import type { SealRecord, SealRecords } from '../../domain/seals/seal-records.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';

const fields: FieldsOf<SealRecord> = {
  address: String,
  clientId: String,
  credentialId: String,
  owner: {},
  certifiedUntil: Date,
  hasTimeStamps: Boolean,
  relation: String,
  linkedAt: Date,
  stopped: {},
  pausedUntil: Date,
  secrets: String,
};

export const sealRecordCollection: CollectionDeclaration = { name: 'seals', fields, indexes: [] };

export function openSealRecords(connection: Connection): SealRecords {
  const seals = openCollection<SealRecord>(connection, sealRecordCollection);
  return {
    // what the one before had and this one has not is removed
    put: ({ id, ...record }) =>
      seals.put(
        { id },
        { $set: { relation: undefined, stopped: undefined, pausedUntil: undefined, ...record } },
      ),
    of: (institutionId) => seals.findOne({ id: institutionId }),
    change: (institutionId, linkedAt, changed) =>
      seals.update({ id: institutionId, linkedAt }, { $set: changed }),
    async remove(institutionId) {
      await seals.delete({ id: institutionId });
    },
  };
}
