/** An administrator signs in. Attempts are counted before the password is looked at, by source and in all. */
import type { Clock } from '../../shared/clock.js';
import { hashSecret } from '../../shared/hash-secret.js';
import type { NewId } from '../../shared/ids.js';
import { Problem } from '../../shared/problem.js';
import type { AdministratorStore, PasswordHasher } from './administrator.js';
import { normalisedPassword, passwordLength } from './password.js';

const windowSeconds = 15 * 60;
const mostOfSource = 10;
const mostInAll = 50;
const sessionHours = 12;
/** Counter of all sources together; no source has this name (sources are addresses). */
const everySource = 'every-source';

export interface SignInDeps {
  administrators: AdministratorStore;
  hasher: PasswordHasher;
  newId: NewId;
  clock: Clock;
}

/**
 * The secret goes into the browser's cookie; its hash is kept.
 * @param input.source who tries, for example the client's IP address
 * @throws Problem sign-in-failed, too-many-attempts (10 failures in 15 minutes of one source, 50 in all)
 */
export async function signIn(
  deps: SignInDeps,
  input: { password: string; source: string },
): Promise<{ secret: string; expiresAt: Date }> {
  const { administrators, clock } = deps;
  const now = clock();
  const tooMany = new Problem('too-many-attempts', { facts: { minutes: windowSeconds / 60 } });
  // a source over its limit does not count against all: one attacker cannot lock everybody out
  if ((await administrators.countFailure(input.source, windowSeconds, now)) > mostOfSource) throw tooMany;
  if ((await administrators.countFailure(everySource, windowSeconds, now)) > mostInAll) throw tooMany;
  const hash = await administrators.passwordHash();
  // code units: an upper bound that keeps huge inputs away from the hasher
  const plausible = input.password.length <= passwordLength.most * 4;
  if (!hash || !plausible || !(await deps.hasher.verify(hash, normalisedPassword(input.password)))) {
    throw new Problem('sign-in-failed');
  }
  await administrators.clearFailures(input.source);
  await administrators.clearFailures(everySource);
  const secret = deps.newId() + deps.newId();
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await administrators.addSession(hashSecret(secret), expiresAt);
  return { secret, expiresAt };
}
