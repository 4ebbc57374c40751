/**
 * Seals secrets for the database: AES-256-GCM under the installation's master key. A sealed text names its master key, so
 * that keys can be replaced while old texts stay readable, and is bound to its context: it cannot be moved to another record.
 * https://csrc.nist.gov/pubs/sp/800/38/d/final
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Problem } from '../../shared/problem.js';

export interface MasterKeys {
  /** Id of the key that seals. */
  currentId: string;
  /** Every key that may open, 32 bytes each, by id. */
  keys: ReadonlyMap<string, Uint8Array>;
}

export interface Envelope {
  /** @param context what the secret belongs to, for example its key id: needed again to open it */
  seal(plain: Uint8Array, context: string): string;
  /** @throws Problem key-unreadable: no such master key, altered text, or another context */
  open(sealed: string, context: string): Uint8Array;
}

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** Version 1: kid is the master key's id; iv, tag and data are base64url. */
const sealedText = z.object({
  v: z.literal(1),
  kid: z.string(),
  iv: z.base64url(),
  tag: z.base64url(),
  data: z.base64url(),
});

/** @throws Problem settings-invalid when a key has not 32 bytes or the current one is not among them */
export function createEnvelope(masterKeys: MasterKeys): Envelope {
  const { currentId } = masterKeys;
  const keys = new Map(masterKeys.keys);
  const current = keys.get(currentId);
  if (!current) throw new Problem('settings-invalid', { detail: `there is no master key "${currentId}"` });
  for (const [id, key] of keys) {
    if (key.length === keyBytes) continue;
    throw new Problem('settings-invalid', { detail: `master key "${id}" must have ${keyBytes} bytes` });
  }
  return {
    seal(plain, context) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, current, iv, { authTagLength: tagBytes });
      cipher.setAAD(Buffer.from(context, 'utf8'));
      const data = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64url');
      const tag = cipher.getAuthTag().toString('base64url');
      return JSON.stringify({ v: 1, kid: currentId, iv: iv.toString('base64url'), tag, data });
    },
    open(sealed, context) {
      const { kid, iv, tag, data } = read(sealed);
      const key = keys.get(kid);
      if (!key)
        throw new Problem('key-unreadable', { detail: `sealed with master key "${kid}", which is not set` });
      try {
        const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
        decipher.setAAD(Buffer.from(context, 'utf8'));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(data), decipher.final()]);
      } catch (cause) {
        const detail = `master key "${kid}" does not open the sealed text: another key, altered text or another record`;
        throw new Problem('key-unreadable', { detail, cause });
      }
    },
  };
}

function read(sealed: string): { kid: string; iv: Buffer; tag: Buffer; data: Buffer } {
  let text: unknown;
  try {
    text = JSON.parse(sealed);
  } catch (cause) {
    throw new Problem('key-unreadable', { detail: 'the sealed text is no JSON', cause });
  }
  const parsed = sealedText.safeParse(text);
  if (!parsed.success)
    throw new Problem('key-unreadable', { detail: 'the sealed text has not the shape of one' });
  const { kid, ...parts } = parsed.data;
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
  return { kid, iv: bytes(parts.iv), tag: bytes(parts.tag), data: bytes(parts.data) };
}
