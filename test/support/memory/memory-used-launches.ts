import type { UsedLaunches } from '../../../src/domain/platforms/used-launches.js';

export function memoryUsedLaunches(): UsedLaunches & { all: Set<string> } {
  const all = new Set<string>();
  return {
    all,
    use: async (id) => {
      if (all.has(id)) return false;
      all.add(id);
      return true;
    },
  };
}
