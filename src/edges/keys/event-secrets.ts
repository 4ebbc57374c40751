/** Secrets of the LMSs' events, sealed with the master key and bound to their platform. https://www.standardwebhooks.com/ */
import { randomBytes } from 'node:crypto';
import type { EventSecrets } from '../../domain/platforms/event-secrets.js';
import type { SealedTokens } from '../../domain/platforms/sealed-tokens.js';
import type { Clock } from '../../shared/clock.js';
import type { Envelope } from './envelope.js';

/** Beside the platform's web-service token, whose id is the platform's own. */
const idOf = (platformId: string): string => `events ${platformId}`;
const contextOf = (platformId: string): string => `event-secret ${platformId}`;

export function createEventSecrets(deps: {
  records: SealedTokens;
  envelope: Envelope;
  clock: Clock;
}): EventSecrets {
  const { records, envelope, clock } = deps;
  return {
    async make(platformId) {
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      const sealed = envelope.seal(Buffer.from(secret, 'ascii'), contextOf(platformId));
      await records.put({ id: idOf(platformId), sealed, since: clock() });
      return secret;
    },
    madeAt: async (platformId) => (await records.of(idOf(platformId)))?.since,
    async open(platformId) {
      const kept = await records.of(idOf(platformId));
      return kept && Buffer.from(envelope.open(kept.sealed, contextOf(platformId))).toString('ascii');
    },
    forget: (platformId) => records.remove(idOf(platformId)),
  };
}
