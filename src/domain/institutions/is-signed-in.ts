/** Whether a browser's secret belongs to an administrator's session. */
import type { Clock } from '../../shared/clock.js';
import { hashSecret } from '../../shared/hash-secret.js';
import type { AdministratorStore } from './administrator.js';

/** False for a missing, unknown, ended or expired session. */
export async function isSignedIn(
  deps: { administrators: AdministratorStore; clock: Clock },
  secret: string | undefined,
): Promise<boolean> {
  return !!secret && deps.administrators.hasSession(hashSecret(secret), deps.clock());
}
