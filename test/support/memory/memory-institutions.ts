/** Institutions in memory. */
import type { InstitutionStore } from '../../../src/domain/institutions/institution-store.js';
import type { Institution } from '../../../src/domain/institutions/institution.js';

export function memoryInstitutions(...initial: Institution[]): InstitutionStore {
  const all = new Map(initial.map((institution) => [institution.id, structuredClone(institution)]));
  return {
    add: async (institution) => void all.set(institution.id, structuredClone(institution)),
    byId: async (id) => structuredClone(all.get(id)),
    all: async () => structuredClone([...all.values()]),
    change: async (id, fields) => {
      const found = all.get(id);
      if (!found) return undefined;
      all.set(id, { ...found, ...structuredClone(fields) });
      return structuredClone(all.get(id));
    },
  };
}
