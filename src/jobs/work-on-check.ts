/** Looks at the course of a check that was taken and settles it. What goes wrong in a look is the check's; the database's is not. */
import { afterLook } from '../domain/checks/after-look.js';
import { checkCourse, type CheckCourseDeps, type CheckOutcome } from '../domain/checks/check-course.js';
import type { CheckStore } from '../domain/checks/check-store.js';
import type { TakenCheck } from '../domain/checks/course-check.js';
import { Problem } from '../shared/problem.js';
import type { Timers } from '../shared/timers.js';

export interface WorkOnCheckDeps extends CheckCourseDeps {
  checks: CheckStore;
  timers: Timers;
  /** 0 to 1. */
  chance: () => number;
  /** Told without personal data what went wrong. */
  onTrouble: (sentence: string, facts: Record<string, unknown>) => void;
}

/**
 * The lease is lengthened for as long as it takes.
 * @param leaseMs milliseconds that the lease lasts each time
 * @throws Problem storage-unavailable: the lease ends by itself then, and whoever takes the check looks anew
 */
export async function workOnCheck(deps: WorkOnCheckDeps, taken: TakenCheck, leaseMs: number): Promise<void> {
  const letGo = keepHold(deps, taken, leaseMs);
  try {
    const outcome = await look(deps, taken);
    if (outcome.kind === 'over') await deps.checks.end(taken);
    // false: somebody else has it by now, and settles it
    else await deps.checks.settle(taken, afterLook(taken, outcome, deps.clock(), deps.chance()));
  } finally {
    letGo();
  }
}

async function look(deps: WorkOnCheckDeps, taken: TakenCheck): Promise<CheckOutcome> {
  try {
    return await checkCourse(deps, taken);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage-unavailable') throw error;
    deps.onTrouble('a check met an error', { check: taken.id, ...factsOf(error) });
    return { kind: 'failed', trouble: 'unexpected', offered: 0 };
  }
}

/** @returns what ends it */
function keepHold(deps: WorkOnCheckDeps, taken: TakenCheck, leaseMs: number): () => void {
  const beat = (): void => {
    cancel = deps.timers.after(leaseMs / 3, beat);
    const until = new Date(deps.clock().getTime() + leaseMs);
    deps.checks.hold(taken, until).catch((error: unknown) => {
      // the settling will meet the same; until then another may look at the course as well, which does no harm
      deps.onTrouble('a check could not be held', { check: taken.id, ...factsOf(error) });
    });
  };
  let cancel = deps.timers.after(leaseMs / 3, beat);
  return () => cancel();
}

/** Never the message: libraries quote what people typed. */
export function factsOf(error: unknown): Record<string, unknown> {
  if (error instanceof Problem) return { code: error.code, detail: error.detail };
  if (!(error instanceof Error)) return { error: typeof error };
  return { error: error.name, where: error.stack?.split(/\n\s+at /).slice(1, 5) };
}
