/** Lets a few verifications run at a time and a few more wait: each takes processor time and other servers' answers. */

/** Undefined: too many wait already, nothing was done. What the work throws goes to its caller. */
export type FewAtOnce = <T>(work: () => Promise<T>) => Promise<T | undefined>;

export function fewAtOnce(most: { running: number; waiting: number }): FewAtOnce {
  let free = most.running;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else if (waiting.length >= most.waiting) return undefined;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // the place goes straight to the next one, so that nobody slips in between
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
