/** Identifiers that cannot be guessed: 128 random bits, base64url, 22 characters. */
import { randomFillSync } from 'node:crypto';

export type NewId = () => string;

const idBytes = 16;
/** Random bytes in store: asking the system for them each time costs more than all else here. Each is given out once. */
const store = Buffer.alloc(256 * idBytes);
let given = store.length;

export const randomId: NewId = () => {
  if (given === store.length) {
    randomFillSync(store);
    given = 0;
  }
  const id = store.toString('base64url', given, given + idBytes);
  store.fill(0, given, given + idBytes);
  given += idBytes;
  return id;
};

/** True for a string of the shape `randomId` makes: anything else need not be looked up. */
export function looksLikeId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value);
}
