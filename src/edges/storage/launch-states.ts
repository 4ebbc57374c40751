/** Launch states in the database, each used once: one write marks it, and of any number of callers one succeeds. */
import type { Connection } from 'mongoose';
import type { LaunchState, LaunchStateStore } from '../../domain/platforms/launch-state-store.js';
import { endsAtExpiresAt, openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { after, isMissing } from './filter.js';
import { keyOf } from './key-of.js';

/** `_id` is the hash of the state: the database does not hold what the browser brings back. */
type Stored = Omit<LaunchState, 'state'> & { id: string; usedAt?: Date };

const fields: FieldsOf<Stored> = {
  purpose: String,
  nonce: String,
  platformId: String,
  issuer: String,
  clientId: String,
  browserHash: String,
  proofHash: String,
  storageTarget: String,
  expiresAt: Date,
  usedAt: Date,
};

export const launchStateCollection: CollectionDeclaration = {
  name: 'launch_states',
  fields,
  indexes: [endsAtExpiresAt],
};

export function openLaunchStates(connection: Connection): LaunchStateStore {
  const states = openCollection<Stored>(connection, launchStateCollection);
  return {
    add: ({ state, ...record }) => states.insert({ ...record, id: keyOf(state) }),
    async find(state, at) {
      const found = await states.findOne({
        id: keyOf(state),
        expiresAt: after(at),
        usedAt: isMissing(),
      });
      return found && toState(state, found);
    },
    async take(state, at) {
      const alive = { id: keyOf(state), expiresAt: after(at) };
      const taken = await states.change({ ...alive, usedAt: isMissing() }, { $set: { usedAt: at } });
      if (taken) return { outcome: 'taken', record: toState(state, taken) };
      return { outcome: (await states.count(alive, 1)) === 1 ? 'used' : 'unknown' };
    },
  };
}

function toState(state: string, { id: _id, usedAt: _usedAt, ...record }: Stored): LaunchState {
  return { ...record, state };
}
