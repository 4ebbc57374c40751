/** The secrets of events as they are kept in life, over records in memory. */
import { createEnvelope } from '../../../src/edges/keys/envelope.js';
import { createEventSecrets } from '../../../src/edges/keys/event-secrets.js';
import type { EventSecrets } from '../../../src/domain/platforms/event-secrets.js';
import type { SealedTokens } from '../../../src/domain/platforms/sealed-tokens.js';
import { memorySealedTokens } from './memory-sealed-tokens.js';

const envelope = createEnvelope({ currentId: '1', keys: new Map([['1', new Uint8Array(32).fill(3)]]) });

export function memoryEventSecrets(records: SealedTokens = memorySealedTokens()): EventSecrets {
  return createEventSecrets({ records, envelope, clock: () => new Date('2026-11-01T08:00:00Z') });
}
