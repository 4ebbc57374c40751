/** Launch states in memory: each is taken once, and remembered as used until its end. */
import type { LaunchState, LaunchStateStore } from '../../../src/domain/platforms/launch-state-store.js';

export function memoryLaunchStates(): LaunchStateStore & { all: Map<string, LaunchState> } {
  const all = new Map<string, LaunchState>();
  const used = new Set<string>();
  const alive = (state: string, at: Date): LaunchState | undefined => {
    const record = all.get(state);
    return record && record.expiresAt > at ? record : undefined;
  };
  return {
    all,
    add: async (record) => void all.set(record.state, structuredClone(record)),
    find: async (state, at) => (used.has(state) ? undefined : structuredClone(alive(state, at))),
    take: async (state, at) => {
      const record = alive(state, at);
      if (!record) return { outcome: 'unknown' };
      if (used.has(state)) return { outcome: 'used' };
      used.add(state);
      return { outcome: 'taken', record: structuredClone(record) };
    },
  };
}
