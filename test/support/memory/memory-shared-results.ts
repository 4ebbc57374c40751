/** Shared results in memory. */
import type {
  SharedResult,
  SharedResultStore,
} from '../../../src/domain/verification/shared-results/shared-result.js';
import { Problem } from '../../../src/shared/problem.js';

export function memorySharedResults(...initial: SharedResult[]): SharedResultStore & {
  all: Map<string, SharedResult>;
} {
  const all = new Map(initial.map((result) => [result.id, structuredClone(result)]));
  return {
    all,
    async add(result) {
      if (all.has(result.id)) throw new Problem('duplicate');
      all.set(result.id, structuredClone(result));
    },
    async byId(id, at) {
      const found = all.get(id);
      return found && found.expiresAt > at ? structuredClone(found) : undefined;
    },
    async remove(id, deletionHash) {
      return all.get(id)?.deletionHash === deletionHash && all.delete(id);
    },
    async removeEnded(at) {
      for (const { id, expiresAt } of [...all.values()]) if (expiresAt <= at) all.delete(id);
    },
    count: async (limit) => Math.min(all.size, limit),
  };
}
