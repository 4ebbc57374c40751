/**
 * Runs in each process of Acquis: takes checks that are due, a few at a time, and works on them, and ends what claimed corrections
 * have begun. Idle it asks the database two indexed questions each tick; ticks come at irregular times, so that replicas do not meet. docs/decisions/0014-checks.md
 */
import { settlePendingCorrections, type SettleCorrectionDeps } from '../domain/awards/supersede-award.js';
import type { TakenCheck } from '../domain/checks/course-check.js';
import type { SeenLaunches } from './seen-launches.js';
import { factsOf, workOnCheck, type WorkOnCheckDeps } from './work-on-check.js';

export interface CheckTimes {
  /** Milliseconds between two questions for what is due; each is half as long to half as long again. */
  tickMs: number;
  /** Milliseconds after which the checks of a process that was killed are taken by others. */
  leaseMs: number;
  /** Milliseconds that running checks get to finish when Acquis stops. */
  patienceMs: number;
  /** Milliseconds between two askings for one course in which people launch. */
  launchesMs: number;
}

export const usualTimes: CheckTimes = {
  tickMs: 5_000,
  leaseMs: 60_000,
  patienceMs: 5_000,
  launchesMs: 60_000,
};

/** Checks that a process works on at once, and of those of one LMS: one that hangs must not hold up the others. */
const most = 4;
const mostOfOne = 2;
/** Due checks that are read at once. */
const page = 20;

export interface CheckWorkerDeps extends WorkOnCheckDeps, SettleCorrectionDeps {
  launches: SeenLaunches;
}

export interface CheckWorker {
  /** Takes nothing more, lets running checks finish for a moment, and gives back those that do not. */
  stop(): Promise<void>;
}

export function startCheckWorker(deps: CheckWorkerDeps, times: CheckTimes): CheckWorker {
  const { checks, timers, chance } = deps;
  const running = new Map<TakenCheck, Promise<void>>();
  let stopping = false;
  let inTrouble = false;
  let ticking: Promise<void> | undefined;
  /** True when a place became free during a tick. */
  let soon = false;
  let cancel = timers.after(times.tickMs * chance(), begin);

  function begin(): void {
    ticking = tick().finally(() => {
      ticking = undefined;
      if (stopping) return;
      cancel = timers.after(soon ? 0 : times.tickMs * (0.5 + chance()), begin);
      soon = false;
    });
  }

  async function tick(): Promise<void> {
    try {
      await deps.launches.tell('those-in-turn');
      await takeDue();
      await settlePendingCorrections(deps);
      inTrouble = false;
    } catch (error) {
      // the database is away, most often: told once, not at each tick
      if (!inTrouble) deps.onTrouble('checks cannot be looked for', factsOf(error));
      inTrouble = true;
    }
  }

  async function takeDue(): Promise<void> {
    if (stopping || running.size >= most) return;
    const due = await checks.due(deps.clock(), page, busyPlatforms());
    // replicas begin at different places
    const from = Math.floor(due.length * chance());
    for (const { id, platformId } of [...due.slice(from), ...due.slice(0, from)]) {
      if (stopping || running.size >= most) return;
      if (busyPlatforms().includes(platformId)) continue;
      const now = deps.clock();
      const until = new Date(now.getTime() + times.leaseMs);
      const taken = await checks.take(id, now, { holder: deps.newId(), until });
      if (taken) running.set(taken, work(taken));
    }
  }

  async function work(taken: TakenCheck): Promise<void> {
    try {
      await workOnCheck(deps, taken, times.leaseMs);
    } catch (error) {
      if (!stopping) deps.onTrouble('a check was left', { check: taken.id, ...factsOf(error) });
    } finally {
      running.delete(taken);
      placeIsFree();
    }
  }

  function placeIsFree(): void {
    if (ticking || stopping) {
      soon = true;
      return;
    }
    cancel();
    cancel = timers.after(0, begin);
  }

  function busyPlatforms(): string[] {
    const all = [...running.keys()].map(({ platformId }) => platformId);
    return [...new Set(all)].filter((id) => all.filter((one) => one === id).length >= mostOfOne);
  }

  async function finish(): Promise<void> {
    let impatient: () => void = () => undefined;
    const patience = new Promise<void>((resolve) => {
      impatient = timers.after(times.patienceMs, resolve);
    });
    await Promise.race([Promise.all(running.values()), patience]);
    impatient();
    for (const taken of running.keys()) await checks.release(taken);
  }

  return {
    async stop() {
      stopping = true;
      cancel();
      await ticking;
      try {
        await finish();
        await deps.launches.tell('all');
      } catch (error) {
        deps.onTrouble('checks could not be given back', factsOf(error));
      }
    },
  };
}
