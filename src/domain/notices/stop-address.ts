/**
 * The address at which whoever gets notices ends them. Its code is the key of the e-mail address (emailKeyOf) and a seal on it: only who
 * has the pepper of the installation makes one, so that nobody has it keep what was never sent. It tells no address.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const shape = /^([0-9a-f]{64})([0-9a-f]{32})$/;

/** @param emailKey 64 hex digits */
export const stopCode = (emailKey: string, pepper: Uint8Array): string =>
  `${emailKey}${sealOf(emailKey, pepper)}`;

export const stopAddress = (base: string, code: string): string => `${base}/notices/${code}`;

/** The key in a code; undefined for one that was not made here. */
export function keyInCode(code: string, pepper: Uint8Array): string | undefined {
  const [, key = '', seal = ''] = shape.exec(code) ?? [];
  if (key === '') return undefined;
  return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(key, pepper))) ? key : undefined;
}

/** No e-mail address has this form, so that none has this HMAC as its key. */
const sealOf = (emailKey: string, pepper: Uint8Array): string =>
  createHmac('sha256', pepper).update(`stop: ${emailKey}`).digest('hex').slice(0, 32);
