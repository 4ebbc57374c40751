/** Web-service tokens of the LMSs, sealed with the master key and bound to their platform. Opened for each request, kept nowhere in clear. */
import type { SealedTokens } from '../../domain/platforms/sealed-tokens.js';
import type { ServiceTokens } from '../../domain/platforms/service-tokens.js';
import type { Clock } from '../../shared/clock.js';
import type { Envelope } from './envelope.js';

const contextOf = (platformId: string): string => `service-token ${platformId}`;

export function createServiceTokens(deps: {
  records: SealedTokens;
  envelope: Envelope;
  clock: Clock;
}): ServiceTokens {
  const { records, envelope, clock } = deps;
  return {
    async keep(platformId, token) {
      const sealed = envelope.seal(Buffer.from(token, 'utf8'), contextOf(platformId));
      await records.put({ id: platformId, sealed, since: clock() });
    },
    keptSince: async (platformId) => (await records.of(platformId))?.since,
    async open(platformId) {
      const kept = await records.of(platformId);
      return kept && Buffer.from(envelope.open(kept.sealed, contextOf(platformId))).toString('utf8');
    },
    forget: (platformId) => records.remove(platformId),
  };
}
