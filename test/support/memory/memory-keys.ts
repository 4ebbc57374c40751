/** Real signing keys over records in memory. Those of RSA were made before. */
import { generateKeyPairSync } from 'node:crypto';
import type { KeyRecords } from '../../../src/domain/institutions/key-records.js';
import type { SigningKeys } from '../../../src/domain/institutions/signing-keys.js';
import { createSigningKeys } from '../../../src/edges/keys/signing-keys.js';
import type { Clock } from '../../../src/shared/clock.js';
import { randomId } from '../../../src/shared/ids.js';
import { nextRsaPair } from '../rsa-pairs.js';
import { memoryKeyRecords } from './memory-key-records.js';

export function memoryKeys(
  records: KeyRecords = memoryKeyRecords(),
  clock: Clock = () => new Date('2026-09-01T08:00:00Z'),
): SigningKeys {
  return createSigningKeys({
    records,
    masterKeys: { currentId: '1', keys: new Map([['1', new Uint8Array(32).fill(7)]]) },
    clock,
    newId: randomId,
    makePair: async (kind) => (kind === 'RSA' ? nextRsaPair(3072) : generateKeyPairSync('ed25519')),
  });
}
