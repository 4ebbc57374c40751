/** Web-service tokens in memory, in clear. */
import type { ServiceTokens } from '../../../src/domain/platforms/service-tokens.js';

/** @param tokens by platform id */
export function memoryServiceTokens(tokens: Record<string, string> = {}): ServiceTokens {
  const all = new Map(Object.entries(tokens));
  const since = new Date('2026-11-01T08:00:00Z');
  return {
    keep: async (platformId, token) => void all.set(platformId, token),
    keptSince: async (platformId) => (all.has(platformId) ? since : undefined),
    open: async (platformId) => all.get(platformId),
    forget: async (platformId) => void all.delete(platformId),
  };
}
