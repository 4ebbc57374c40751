/** Platforms in memory: (issuer, clientId) is unique, as in the database. */
import type { PlatformStore } from '../../../src/domain/platforms/platform-store.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { Problem } from '../../../src/shared/problem.js';

export function memoryPlatforms(...initial: Platform[]): PlatformStore {
  const all = new Map(initial.map((platform) => [platform.id, structuredClone(platform)]));
  const copy = (platform: Platform | undefined) => platform && structuredClone(platform);
  const refuseTwin = (platform: Platform): void => {
    for (const other of all.values()) {
      if (other.id === platform.id) continue;
      if (other.issuer === platform.issuer && other.clientId === platform.clientId)
        throw new Problem('duplicate');
    }
  };
  return {
    add: async (platform) => {
      refuseTwin(platform);
      all.set(platform.id, structuredClone(platform));
    },
    byId: async (id) => copy(all.get(id)),
    byClient: async (issuer, clientId) =>
      copy([...all.values()].find((one) => one.issuer === issuer && one.clientId === clientId)),
    byIssuer: async (issuer) => structuredClone([...all.values()].filter((one) => one.issuer === issuer)),
    all: async () => structuredClone([...all.values()]),
    change: async (id, fields) => {
      const found = all.get(id);
      if (!found) return undefined;
      const changed = { ...found, ...structuredClone(fields) };
      refuseTwin(changed);
      all.set(id, changed);
      return copy(changed);
    },
    markLaunch: async (id, at) => {
      const found = all.get(id);
      if (!found) return;
      found.firstLaunchAt ??= at;
      found.lastLaunchAt = at;
      if (found.state === 'waiting') found.state = 'active';
    },
    noteUnknownDeployment: async (id, deploymentId, at) => {
      const list = all.get(id)?.unknownDeployments;
      if (list && !list.some((one) => one.id === deploymentId)) list.push({ id: deploymentId, seenAt: at });
    },
  };
}
