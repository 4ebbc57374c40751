/** Ends an administrator's session. */
import { hashSecret } from '../../shared/hash-secret.js';
import type { AdministratorStore } from './administrator.js';

/** An unknown secret is no error: the session is over either way. */
export async function signOut(deps: { administrators: AdministratorStore }, secret: string): Promise<void> {
  await deps.administrators.endSession(hashSecret(secret));
}
