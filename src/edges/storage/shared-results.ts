/** Shared results of verifications in the database, removed soon after their end; nobody reads them after it. */
import type { Connection } from 'mongoose';
import type {
  SharedResult,
  SharedResultStore,
} from '../../domain/verification/shared-results/shared-result.js';
import { endsAtExpiresAt, openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { after, upTo } from './filter.js';

const fields: FieldsOf<SharedResult> = {
  outcome: String,
  kind: String,
  container: String,
  checks: [{}],
  credential: {},
  checkedAt: Date,
  address: String,
  sharedAt: Date,
  expiresAt: Date,
  deletionHash: String,
};

export const sharedResultCollection: CollectionDeclaration = {
  name: 'shared_results',
  fields,
  indexes: [endsAtExpiresAt],
};

export function openSharedResults(connection: Connection): SharedResultStore {
  const results = openCollection<SharedResult>(connection, sharedResultCollection);
  return {
    add: (result) => results.insert(result),
    byId: (id, at) => results.findOne({ id, expiresAt: after(at) }),
    remove: async (id, deletionHash) => (await results.delete({ id, deletionHash })) > 0,
    async removeEnded(at) {
      await results.delete({ expiresAt: upTo(at) });
    },
    count: (limit) => results.count({}, limit),
  };
}
