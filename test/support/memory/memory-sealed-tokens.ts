/** Sealed web-service tokens in memory: one a platform. */
import type { SealedToken, SealedTokens } from '../../../src/domain/platforms/sealed-tokens.js';

export function memorySealedTokens(): SealedTokens {
  const all = new Map<string, SealedToken>();
  return {
    put: async (token) => void all.set(token.id, structuredClone(token)),
    of: async (platformId) => structuredClone(all.get(platformId)),
    remove: async (platformId) => void all.delete(platformId),
  };
}
