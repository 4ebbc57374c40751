/** Identifiers that cannot be guessed: 128 random bits, base64url, 22 characters. */
import { randomBytes } from 'node:crypto';

export type NewId = () => string;

export const randomId: NewId = () => randomBytes(16).toString('base64url');

/** True for a string of the shape `randomId` makes: anything else need not be looked up. */
export function looksLikeId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value);
}
