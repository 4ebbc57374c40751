/**
 * The key pair by which LMSs know this tool, published at /lti/keys. Made once for the installation, without blocking requests,
 * and kept sealed. https://www.imsglobal.org/spec/security/v1p0/#tool-originating-messages
 */
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { LtijsRecords } from '../../domain/platforms/ltijs-records.js';
import type { Clock } from '../../shared/clock.js';
import type { NewId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { Sealing } from '../lti-deps.js';

const toolKey = z.object({ kid: z.string(), publicKey: z.string(), privateKey: z.string() });

/** Both parts as PEM, the form the library wants. */
export type ToolKey = z.infer<typeof toolKey>;

const context = 'lti-tool-key';
const slot = 'current';
const bits = 3072;

/** The same key for every replica. @throws Problem key-unreadable when the master key is another one */
export async function toolKeyOf(deps: {
  records: LtijsRecords;
  sealing: Sealing;
  clock: Clock;
  newId: NewId;
}): Promise<ToolKey> {
  const kept = await keptKey(deps);
  if (kept) return kept;
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const made: ToolKey = { kid: deps.newId(), ...pair };
  const content = deps.sealing.seal(Buffer.from(JSON.stringify(made)), context);
  try {
    await deps.records.insert('toolkey', {
      fields: { slot, kid: made.kid },
      content,
      createdAt: deps.clock(),
    });
    return made;
  } catch (error) {
    const first = error instanceof Problem && error.code === 'duplicate' ? await keptKey(deps) : undefined;
    if (!first) throw error;
    return first; // another replica was quicker
  }
}

async function keptKey(deps: { records: LtijsRecords; sealing: Sealing }): Promise<ToolKey | undefined> {
  const [record] = await deps.records.get('toolkey', { slot });
  if (!record) return undefined;
  return toolKey.parse(JSON.parse(Buffer.from(deps.sealing.open(record.content, context)).toString('utf8')));
}
