/**
 * Whether an event is signed with the secret of a platform, now. Standard Webhooks 1.0.0, symmetric signatures:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedEvent {
  /** webhook-id */
  id: string;
  /** webhook-timestamp: seconds since 1970. */
  timestamp: string;
  /** webhook-signature: `v1,<base64>`, several with spaces between them while a secret is replaced. */
  signature: string;
  /** The body, byte for byte. */
  body: Uint8Array;
}

/** Seconds that an event may be old, or a clock ahead. */
const tolerance = 300;

/** @param secret `whsec_` and base64 */
export function isSignedWith(secret: string, event: SignedEvent, at: Date): boolean {
  const { id, timestamp, signature, body } = event;
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(at.getTime() / 1000 - Number(timestamp)) > tolerance) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const made = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  return signature.split(' ').some((one) => {
    const [version, text = ''] = one.split(',');
    const given = Buffer.from(text, 'base64');
    return version === 'v1' && given.length === made.length && timingSafeEqual(given, made);
  });
}
