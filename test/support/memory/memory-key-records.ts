/** Key records in memory: one key of a kind in use, the first secret wins. */
import type { KeyRecord, KeyRecords } from '../../../src/domain/institutions/key-records.js';
import { Problem } from '../../../src/shared/problem.js';

export function memoryKeyRecords(): KeyRecords & { all: KeyRecord[] } {
  const all: KeyRecord[] = [];
  const secrets = new Map<string, string>();
  return {
    all,
    add: async (record) => {
      const twin = all.some(
        (one) =>
          one.id === record.id ||
          (one.institutionId === record.institutionId && one.kind === record.kind && !one.retiredAt),
      );
      if (twin) throw new Problem('duplicate');
      all.unshift(structuredClone(record));
    },
    retire: async (id, at, bySchedule = false) => {
      const found = all.find((one) => one.id === id && !one.retiredAt);
      if (found) Object.assign(found, { retiredAt: at, ...(bySchedule && { retiredBySchedule: true }) });
      return found !== undefined;
    },
    compromise: async (id, compromise) => {
      const found = all.find((one) => one.id === id && !one.compromise);
      if (found) Object.assign(found, { retiredAt: found.retiredAt ?? compromise.declaredAt, compromise });
      return found !== undefined;
    },
    byId: async (id) => structuredClone(all.find((one) => one.id === id)),
    ofInstitution: async (id) => structuredClone(all.filter((one) => one.institutionId === id)),
    compromised: async () => structuredClone(all.filter(({ compromise }) => compromise)),
    secret: async (name) => secrets.get(name),
    keepSecret: async (name, sealed) => {
      if (!secrets.has(name)) secrets.set(name, sealed);
      return secrets.get(name) ?? sealed;
    },
  };
}
