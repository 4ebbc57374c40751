/** The administrator in memory, and a hasher whose hash shows what was hashed. */
import type { AdministratorStore, PasswordHasher } from '../../../src/domain/institutions/administrator.js';

export function memoryAdministrators(): AdministratorStore {
  let hash: string | undefined;
  let token: { hash: string; expiresAt: Date } | undefined;
  const sessions = new Map<string, Date>();
  const failures = new Map<string, number[]>();
  const isToken = (given: string, at: Date): boolean => token?.hash === given && token.expiresAt > at;
  return {
    passwordHash: async () => hash,
    setFirstPassword: async (first) => {
      if (hash !== undefined) return false;
      hash = first;
      return true;
    },
    setPassword: async (next) => void (hash = next),
    setSetUpToken: async (next, expiresAt) => void (token = { hash: next, expiresAt }),
    isSetUpToken: async (given, at) => isToken(given, at),
    takeSetUpToken: async (given, at) => {
      if (!isToken(given, at)) return false;
      token = undefined;
      return true;
    },
    addSession: async (id, expiresAt) => void sessions.set(id, expiresAt),
    hasSession: async (id, at) => (sessions.get(id) ?? new Date(0)) > at,
    endSession: async (id) => void sessions.delete(id),
    endAllSessions: async () => sessions.clear(),
    countFailure: async (source, windowSeconds, at) => {
      const since = at.getTime() - windowSeconds * 1000;
      const recent = [...(failures.get(source) ?? []).filter((time) => time > since), at.getTime()];
      failures.set(source, recent);
      return recent.length;
    },
    clearFailures: async (source) => void failures.delete(source),
  };
}

export const plainHasher: PasswordHasher = {
  hash: async (password) => `hashed ${password}`,
  verify: async (hash, password) => hash === `hashed ${password}`,
};
