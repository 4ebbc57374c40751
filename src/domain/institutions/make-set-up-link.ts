/** The one-time link by which an administrator sets the installation up, or chooses a new password later. */
import type { Clock } from '../../shared/clock.js';
import { hashSecret } from '../../shared/hash-secret.js';
import type { NewId } from '../../shared/ids.js';
import type { AdministratorStore } from './administrator.js';

const validHours = 24;

/** Address of the set-up page, valid 24 hours and once; a new link makes the former one void. Only its hash is kept. */
export async function makeSetUpLink(deps: {
  administrators: AdministratorStore;
  newId: NewId;
  clock: Clock;
  base: string;
}): Promise<string> {
  const token = deps.newId();
  const expiresAt = new Date(deps.clock().getTime() + validHours * 3_600_000);
  await deps.administrators.setSetUpToken(hashSecret(token), expiresAt);
  return `${deps.base}/setup/${token}`;
}
