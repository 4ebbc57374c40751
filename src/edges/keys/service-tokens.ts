/** Web-service tokens of the LMSs, sealed with the master key and bound to their platform. Opened for each request, kept nowhere in clear. */
import type { SealedToken, SealedTokens } from '../../domain/platforms/sealed-tokens.js';
import type { KeptToken, ServiceTokens, TokenRefusal } from '../../domain/platforms/service-tokens.js';
import type { Clock } from '../../shared/clock.js';
import type { Envelope } from './envelope.js';

/** What was kept without a site opens as it always did. */
const contextOf = (platformId: string, site: string | undefined): string =>
  site === undefined ? `service-token ${platformId}` : `service-token ${platformId} ${site}`;

/** Milliseconds for which the same answer is not noted again: an LMS is asked hundreds of questions about a class. */
const notedFor = 60_000;

export function createServiceTokens(deps: {
  records: SealedTokens;
  envelope: Envelope;
  clock: Clock;
}): ServiceTokens {
  const { records, envelope, clock } = deps;
  const noted = new Map<string, { reason: TokenRefusal['reason'] | undefined; at: number }>();
  const opened = ({ id, sealed, site }: SealedToken): KeptToken => ({
    token: Buffer.from(envelope.open(sealed, contextOf(id, site))).toString('utf8'),
    site,
  });
  return {
    async keep(platformId, { token, site }) {
      const sealed = envelope.seal(Buffer.from(token, 'utf8'), contextOf(platformId, site));
      await records.put({ id: platformId, sealed, site, since: clock() });
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
      if (!kept || opened(kept).token !== token) return;
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
