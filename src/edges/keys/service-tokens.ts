/** Web-service tokens of the LMSs, sealed with the master key and bound to their platform. Opened for each request, kept nowhere in clear. */
import type { SealedToken, SealedTokens } from '../../domain/platforms/sealed-tokens.js';
import type { ServiceTokens, TokenRefusal } from '../../domain/platforms/service-tokens.js';
import type { Clock } from '../../shared/clock.js';
import type { Envelope } from './envelope.js';

const contextOf = (platformId: string): string => `service-token ${platformId}`;

/** Milliseconds for which the same answer is not noted again: an LMS is asked hundreds of questions about a class. */
const notedFor = 60_000;

export function createServiceTokens(deps: {
  records: SealedTokens;
  envelope: Envelope;
  clock: Clock;
}): ServiceTokens {
  const { records, envelope, clock } = deps;
  const noted = new Map<string, { reason: TokenRefusal['reason'] | undefined; at: number }>();
  const opened = ({ id, sealed }: SealedToken): string =>
    Buffer.from(envelope.open(sealed, contextOf(id))).toString('utf8');
  return {
    async keep(platformId, token) {
      const sealed = envelope.seal(Buffer.from(token, 'utf8'), contextOf(platformId));
      await records.put({ id: platformId, sealed, since: clock() });
      noted.delete(platformId);
    },
    keptSince: async (platformId) => (await records.of(platformId))?.since,
    async open(platformId) {
      const kept = await records.of(platformId);
      return kept && opened(kept);
    },
    async noteAnswer(platformId, token, reason) {
      const now = clock();
      const last = noted.get(platformId);
      if (last && last.reason === reason && now.getTime() - last.at < notedFor) return;
      const kept = await records.of(platformId);
      if (!kept || opened(kept) !== token) return;
      if (kept.refused?.reason !== reason)
        await records.note({ ...kept, refused: reason && { reason, since: now } });
      noted.set(platformId, { reason, at: now.getTime() });
    },
    refusal: async (platformId) => (await records.of(platformId))?.refused,
    async forget(platformId) {
      await records.remove(platformId);
      noted.delete(platformId);
    },
  };
}
