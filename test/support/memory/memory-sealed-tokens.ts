/** Sealed web-service tokens in memory: one a platform. */
import type { SealedToken, SealedTokens } from '../../../src/domain/platforms/sealed-tokens.js';

export function memorySealedTokens(): SealedTokens {
  const all = new Map<string, SealedToken>();
  return {
    put: async (token) => void all.set(token.id, structuredClone(token)),
    of: async (platformId) => structuredClone(all.get(platformId)),
    note: async ({ id, sealed, refused }) => {
      const kept = all.get(id);
      if (kept?.sealed === sealed) all.set(id, { ...kept, refused });
    },
    remove: async (platformId) => void all.delete(platformId),
  };
}
