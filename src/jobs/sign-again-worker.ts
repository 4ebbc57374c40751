/**
 * Runs in each process of Acquis: signs awards and endorsements again whose keys were declared compromised, some each second. Idle it asks the database
 * two small questions each tick. docs/decisions/0027-compromised-keys.md
 */
import { signNextAgain, type SignNextAgainDeps } from '../domain/awards/sign-next-again.js';
import {
  signEndorsementsAgain,
  type SignEndorsementsAgainDeps,
} from '../domain/invitations/sign-endorsements-again.js';
import type { Timers } from '../shared/timers.js';
import { startTicking } from './ticking.js';
import { factsOf } from './work-on-check.js';

export interface SignAgainWorkerDeps extends SignNextAgainDeps, SignEndorsementsAgainDeps {
  timers: Timers;
}

export interface SignAgainTimes {
  /** Milliseconds between two questions for what is left; each is half as long to half as long again. */
  tickMs: number;
  /** Milliseconds between two rounds while something is left: requests come first. */
  pauseMs: number;
}

const usualTimes: SignAgainTimes = { tickMs: 15_000, pauseMs: 1_000 };

/** Awards of a key that are signed in a round. */
const most = 25;

export interface SignAgainWorker {
  /** Begins no other round and waits for the one that runs. */
  stop(): Promise<void>;
}

export function startSignAgainWorker(
  deps: SignAgainWorkerDeps,
  times: SignAgainTimes = usualTimes,
): SignAgainWorker {
  let inTrouble = false;
  const { tickMs } = times;
  const ticking = startTicking(deps, { firstMs: tickMs, tickMs }, round);

  /** @returns when the next comes; undefined: as usual */
  async function round(): Promise<number | undefined> {
    try {
      const settled = (await signNextAgain(deps, most)) + (await signEndorsementsAgain(deps, most));
      inTrouble = false;
      return settled > 0 ? times.pauseMs : undefined;
    } catch (error) {
      // the database is away, most often: told once, not at each tick
      if (!inTrouble) deps.onTrouble('awards cannot be signed again', factsOf(error));
      inTrouble = true;
      return undefined;
    }
  }

  return ticking;
}
