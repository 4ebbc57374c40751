/** Web-service tokens in memory, in clear. */
import type { KeptToken, ServiceTokens, TokenRefusal } from '../../../src/domain/platforms/service-tokens.js';

/** @param tokens by platform id; @param site that they are for */
export function memoryServiceTokens(tokens: Record<string, string> = {}, site?: string): ServiceTokens {
  const all = new Map<string, KeptToken>(Object.entries(tokens).map(([id, token]) => [id, { token, site }]));
  const refusals = new Map<string, TokenRefusal>();
  const since = new Date('2026-11-01T08:00:00Z');
  return {
    keep: async (platformId, kept) => {
      all.set(platformId, kept);
      refusals.delete(platformId);
    },
    keptSince: async (platformId) => (all.has(platformId) ? since : undefined),
    open: async (platformId) => all.get(platformId),
    noteAnswer: async (platformId, token, reason) => {
      if (all.get(platformId)?.token !== token) return;
      if (reason) refusals.set(platformId, { reason, since });
      else refusals.delete(platformId);
    },
    refusal: async (platformId) => refusals.get(platformId),
    forget: async (platformId) => void all.delete(platformId),
  };
}
