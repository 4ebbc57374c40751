/**
 * Whether somebody gives the administrator's password. Attempts are counted before it is looked at: those of a browser that signed
 * in before by themselves, all others by source and together, so that strangers can lock out strangers alone.
 */
import type { Clock } from '../../shared/clock.js';
import { Problem } from '../../shared/problem.js';
import type { AdministratorStore, PasswordHasher } from './administrator.js';
import { knownBrowser } from './known-browser.js';
import { normalisedPassword, passwordLength } from './password.js';

const windowSeconds = 15 * 60;
const mostOfBrowser = 10;
const mostOfSource = 10;
const mostOfStrangers = 50;
/** Counter of all unknown browsers together; no source has this name (sources are addresses). */
const strangers = 'every-source';

export interface CheckPasswordDeps {
  administrators: AdministratorStore;
  hasher: PasswordHasher;
  /** 32 bytes: key of the marks of known browsers. */
  sessionKey: Uint8Array;
  clock: Clock;
}

export interface GivenPassword {
  password: string;
  /** Who tries, for example the client's IP address. */
  source: string;
  /** What the browser keeps of an earlier sign-in (known-browser.ts); absent when it has nothing. */
  browserMark?: string;
}

/**
 * Returns when it is right.
 * @throws Problem sign-in-failed, too-many-attempts (in 15 minutes 10 failures of one known browser; of others 10 of one
 * source and 50 in all)
 */
export async function checkPassword(deps: CheckPasswordDeps, input: GivenPassword): Promise<void> {
  const { administrators } = deps;
  const now = deps.clock();
  const hash = await administrators.passwordHash();
  const browser = hash && knownBrowser(deps.sessionKey, input.browserMark, hash);
  const counters = browser
    ? [{ name: `browser ${browser}`, most: mostOfBrowser }]
    : [
        // first: a source over its limit does not count against all, so that it takes many to lock out the others
        { name: input.source, most: mostOfSource },
        { name: strangers, most: mostOfStrangers },
      ];
  for (const { name, most } of counters) {
    if ((await administrators.countFailure(name, windowSeconds, now)) > most)
      throw new Problem('too-many-attempts', { facts: { minutes: windowSeconds / 60 } });
  }
  // code units: an upper bound that keeps huge inputs away from the hasher
  const plausible = input.password.length <= passwordLength.most * 4;
  if (!hash || !plausible || !(await deps.hasher.verify(hash, normalisedPassword(input.password)))) {
    throw new Problem('sign-in-failed');
  }
  for (const { name } of counters) await administrators.clearFailures(name);
}
