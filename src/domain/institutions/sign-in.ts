/** An administrator signs in with the password and gets a session. */
import { hashSecret } from '../../shared/hash-secret.js';
import type { NewId } from '../../shared/ids.js';
import { checkPassword, type CheckPasswordDeps, type GivenPassword } from './check-password.js';

const sessionHours = 12;

export type SignInDeps = CheckPasswordDeps & { newId: NewId };

/**
 * The secret goes into the browser's cookie; its hash is kept.
 * @throws Problem as checkPassword
 */
export async function signIn(
  deps: SignInDeps,
  input: GivenPassword,
): Promise<{ secret: string; expiresAt: Date }> {
  const now = deps.clock();
  await checkPassword(deps, input);
  const secret = deps.newId() + deps.newId();
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await deps.administrators.addSession(hashSecret(secret), expiresAt);
  return { secret, expiresAt };
}
