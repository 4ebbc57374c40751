/** Real signing keys over records in memory. RSA takes a moment to make: share one world's keys within a file. */
import type { KeyRecord, KeyRecords } from '../../../src/domain/institutions/key-records.js';
import type { SigningKeys } from '../../../src/domain/institutions/signing-keys.js';
import { createSigningKeys } from '../../../src/edges/keys/signing-keys.js';
import { randomId } from '../../../src/shared/ids.js';
import { Problem } from '../../../src/shared/problem.js';

export function memoryKeyRecords(): KeyRecords {
  const all: KeyRecord[] = [];
  const secrets = new Map<string, string>();
  return {
    add: async (record) => {
      const twin = all.some(
        (one) =>
          one.id === record.id ||
          (one.institutionId === record.institutionId && one.kind === record.kind && !one.retiredAt),
      );
      if (twin) throw new Problem('duplicate');
      all.unshift(structuredClone(record));
    },
    byId: async (id) => structuredClone(all.find((record) => record.id === id)),
    ofInstitution: async (institutionId) =>
      structuredClone(all.filter((record) => record.institutionId === institutionId)),
    secret: async (name) => secrets.get(name),
    keepSecret: async (name, sealed) => {
      if (!secrets.has(name)) secrets.set(name, sealed);
      return secrets.get(name) ?? sealed;
    },
  };
}

export function memoryKeys(): SigningKeys {
  return createSigningKeys({
    records: memoryKeyRecords(),
    masterKeys: { currentId: '1', keys: new Map([['1', new Uint8Array(32).fill(7)]]) },
    clock: () => new Date('2026-09-01T08:00:00Z'),
    newId: randomId,
  });
}
