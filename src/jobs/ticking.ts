/** Does something again and again, never twice at once, and at other times than replicas do. */
import type { Timers } from '../shared/timers.js';

export interface TickingDeps {
  timers: Timers;
  /** 0 to 1. */
  chance: () => number;
}

export interface TickingTimes {
  /** Milliseconds within which the first tick comes after the start. */
  firstMs: number;
  /** Milliseconds between two ticks; each is half as long to half as long again. */
  tickMs: number;
}

export interface Ticking {
  /** For long ticks: begin nothing more. */
  isStopping(): boolean;
  /** Begins no other tick and waits for the one that runs. */
  stop(): Promise<void>;
}

/** @param tick never rejects; may give the milliseconds after which the next one comes */
export function startTicking(
  { timers, chance }: TickingDeps,
  { firstMs, tickMs }: TickingTimes,
  tick: () => Promise<number | void>,
): Ticking {
  let stopping = false;
  let running: Promise<void> | undefined;
  let cancel = timers.after(firstMs * chance(), begin);

  function begin(): void {
    running = tick().then((nextMs) => {
      running = undefined;
      if (!stopping) cancel = timers.after(nextMs ?? tickMs * (0.5 + chance()), begin);
    });
  }

  return {
    isStopping: () => stopping,
    async stop() {
      stopping = true;
      cancel();
      await running;
    },
  };
}
