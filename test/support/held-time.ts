/** A clock that stands still and timers that go off when a test lets time pass. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/shared/clock.js';
import type { Timers } from '../../src/shared/timers.js';

export interface HeldTime {
  clock: Clock;
  timers: Timers;
  /** Lets so many milliseconds pass: what is due on the way is done, in order, with all that follows from it. */
  pass(milliseconds: number): Promise<void>;
  /** Timers that have not gone off. */
  pending(): number;
}

export function heldTime(start = new Date('2026-11-20T08:00:00Z')): HeldTime {
  let now = start.getTime();
  const waiting = new Set<{ at: number; work: () => void }>();
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 20; turns += 1) await turn();
  };
  return {
    clock: () => new Date(now),
    timers: {
      after(milliseconds, work) {
        const timer = { at: now + milliseconds, work };
        waiting.add(timer);
        return () => void waiting.delete(timer);
      },
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const [next] = [...waiting].sort((a, b) => a.at - b.at);
        if (!next || next.at > end) break;
        waiting.delete(next);
        now = Math.max(now, next.at);
        next.work();
        await settle();
      }
      now = end;
    },
    pending: () => waiting.size,
  };
}
