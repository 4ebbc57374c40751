/**
 * Hashes the administrator's password with argon2id. Only two are hashed at a time: each takes 19 MiB and a core for a moment,
 * and a burst of sign-ins must not starve everybody else.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id
 */
import type * as Argon2 from '@node-rs/argon2';
import type { PasswordHasher } from '../../domain/institutions/administrator.js';
import { Problem } from '../../shared/problem.js';
import { takingTurns } from '../../shared/taking-turns.js';

/** KiB of memory, passes, lanes. The library's algorithm is argon2id unless told otherwise. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;

/** `verify` throws Problem unexpected when the stored hash is none. */
export function createPasswordHasher(): PasswordHasher {
  const inTurn = takingTurns(atOnce);
  return {
    hash: (password) => inTurn(async () => (await argon2()).hash(password, parameters)),
    verify: (stored, password) =>
      inTurn(async () => {
        try {
          return await (await argon2()).verify(stored, password);
        } catch (cause) {
          throw new Problem('unexpected', { detail: 'the stored password hash cannot be read', cause });
        }
      }),
  };
}

/** Loaded with the first password: Acquis starts sooner. */
const argon2 = (): Promise<typeof Argon2> => import('@node-rs/argon2');
