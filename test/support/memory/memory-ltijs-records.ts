/** What the LTI library keeps, in memory: identity fields are unique, as in the database. */
import {
  ltijsIdentity,
  type LtijsCollection,
  type LtijsQuery,
  type LtijsRecord,
  type LtijsRecords,
} from '../../../src/domain/platforms/ltijs-records.js';
import { Problem } from '../../../src/shared/problem.js';

export function memoryLtijsRecords(): LtijsRecords & { all: Map<string, LtijsRecord> } {
  const all = new Map<string, LtijsRecord>();
  const keyOf = (collection: LtijsCollection, { fields }: LtijsRecord): string =>
    JSON.stringify([collection, ...ltijsIdentity[collection].map((name) => fields[name])]);
  const matching = (collection: LtijsCollection, query: LtijsQuery): [string, LtijsRecord][] =>
    [...all].filter(
      ([key, { fields }]) =>
        (JSON.parse(key) as string[])[0] === collection &&
        Object.entries(query).every(([name, value]) => fields[name] === value),
    );
  return {
    all,
    get: async (collection, query) =>
      matching(collection, query).map(([, record]) => structuredClone(record)),
    insert: async (collection, record) => {
      if (all.has(keyOf(collection, record))) throw new Problem('duplicate');
      all.set(keyOf(collection, record), structuredClone(record));
    },
    replace: async (collection, record) => void all.set(keyOf(collection, record), structuredClone(record)),
    delete: async (collection, query) => {
      const found = matching(collection, query);
      for (const [key] of found) all.delete(key);
      return found.length;
    },
  };
}
