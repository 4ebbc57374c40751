/**
 * The installation's pepper for e-mail keys: made once, kept sealed in the database, so that it outlives the session key and
 * a replaced master key. Without it nobody can test which e-mail addresses hold awards.
 */
import { randomBytes } from 'node:crypto';
import type { KeyRecords } from '../domain/institutions/key-records.js';
import type { Envelope } from '../edges/keys/envelope.js';

const secretName = 'email-pepper';

/** 32 bytes; the same for every replica. @throws Problem key-unreadable when the master key is another one */
export async function emailPepper(records: KeyRecords, envelope: Envelope): Promise<Uint8Array> {
  const kept =
    (await records.secret(secretName)) ??
    (await records.keepSecret(secretName, envelope.seal(randomBytes(32), secretName)));
  return envelope.open(kept, secretName);
}
