/** Examiners' confirmations in the database: one document a learner and version, its history inside. */
import type { Connection } from 'mongoose';
import type { Confirmation, ConfirmationStore } from '../../domain/evidence/confirmation-store.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { keyOf } from './key-of.js';

type Stored = Confirmation & { id: string };

const fields: FieldsOf<Stored> = {
  microCredentialId: String,
  version: Number,
  platformId: String,
  subject: String,
  confirmed: Boolean,
  examiner: {},
  reason: String,
  at: Date,
  history: {},
};

/** `_id` is made of micro-credential, version, platform and subject. */
export const confirmationCollection: CollectionDeclaration = {
  name: 'confirmations',
  fields,
  indexes: [{ fields: { microCredentialId: 1, version: 1 } }],
};

export function openConfirmations(connection: Connection): ConfirmationStore {
  const confirmations = openCollection<Stored>(connection, confirmationCollection);
  return {
    async decide(decision) {
      const { microCredentialId, version, platformId, subject, ...entry } = decision;
      await confirmations.put(
        { id: keyOf(microCredentialId, version, platformId, subject) },
        { $set: decision, $push: { history: entry } },
      );
    },
    async of(microCredentialId, version, platformId, subject) {
      const found = await confirmations.findOne({
        id: keyOf(microCredentialId, version, platformId, subject),
      });
      return found && toConfirmation(found);
    },
    async all(microCredentialId, version) {
      const found = await confirmations.find({ microCredentialId, version }, { sort: { _id: 1 } });
      return found.map(toConfirmation);
    },
  };
}

function toConfirmation({ id: _id, ...confirmation }: Stored): Confirmation {
  return confirmation;
}
