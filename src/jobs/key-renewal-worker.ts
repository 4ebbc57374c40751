/**
 * Runs in each process of Acquis unless the administrator wants to be asked: renews signing keys that have become old. Each tick asks
 * the database for the institutions and for the keys of each. Replicas that meet renew once: what is retired already is left
 * alone, and one key of a kind is in use. docs/decisions/0016-renewing-signing-keys.md
 */
import { isScheduled } from '../domain/institutions/key-schedule.js';
import type { InstitutionStore } from '../domain/institutions/institution-store.js';
import { renewDueKeys, type RenewDueKeysDeps } from '../domain/institutions/renew-due-keys.js';
import { Problem } from '../shared/problem.js';
import { startTicking, type TickingDeps, type TickingTimes } from './ticking.js';
import { factsOf } from './work-on-check.js';

export type KeyRenewalWorkerDeps = RenewDueKeysDeps &
  TickingDeps & {
    institutions: InstitutionStore;
    /** Told of an institution that has new keys. */
    onRenewed: (institutionId: string) => void;
    /** Told what went wrong. */
    onTrouble: (sentence: string, facts: Record<string, unknown>) => void;
  };

const usualTimes: TickingTimes = { firstMs: 5_000, tickMs: 10 * 60_000 };

export interface KeyRenewalWorker {
  /** Begins with no other institution and waits for the one that is under way. */
  stop(): Promise<void>;
}

/** Undefined where keys are renewed only when somebody asks for it, or never become old. */
export function startKeyRenewalWorker(
  deps: KeyRenewalWorkerDeps,
  times: TickingTimes = usualTimes,
): KeyRenewalWorker | undefined {
  if (!isScheduled(deps.keySchedule)) return undefined;
  const ticking = startTicking(deps, times, tick);

  async function tick(): Promise<void> {
    try {
      for (const { id } of await deps.institutions.all()) {
        if (ticking.isStopping()) return;
        await renewOne(id);
      }
    } catch (error) {
      deps.onTrouble('signing keys that are due cannot be looked for', factsOf(error));
    }
  }

  /** What goes wrong with one institution keeps no other from its keys; the next tick tries again. */
  async function renewOne(institution: string): Promise<void> {
    try {
      if (await renewDueKeys(deps, institution)) deps.onRenewed(institution);
    } catch (error) {
      // nobody's keys can be renewed while the database is away
      if (error instanceof Problem && error.code === 'storage-unavailable') throw error;
      deps.onTrouble('signing keys that are due cannot be renewed', { institution, ...factsOf(error) });
    }
  }

  return ticking;
}
