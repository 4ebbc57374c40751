/** Runs work a few at a time, the rest in the order it came; the work of one owner may be held to a share. */

/** What one throws goes to its caller and gives its place free. Without an owner all work is of one. */
export type InTurn = <T>(work: () => Promise<T>, owner?: string) => Promise<T>;

/**
 * @param most how many run at once
 * @param ofOne how many of one owner run at once: the next of another owner goes first
 */
export function takingTurns(most: number, ofOne = most): InTurn {
  let running = 0;
  const runningOf = new Map<string, number>();
  const waiting: { owner: string; begin: () => void }[] = [];
  const mayRun = (owner: string): boolean => running < most && (runningOf.get(owner) ?? 0) < ofOne;
  const change = (owner: string, by: 1 | -1): void => {
    running += by;
    const left = (runningOf.get(owner) ?? 0) + by;
    if (left > 0) runningOf.set(owner, left);
    else runningOf.delete(owner);
  };
  return async (work, owner = '') => {
    if (mayRun(owner)) change(owner, 1);
    else await new Promise<void>((begin) => waiting.push({ owner, begin }));
    try {
      return await work();
    } finally {
      change(owner, -1);
      // the place goes straight to the next one that may, so that nobody slips in between
      const at = waiting.findIndex((one) => mayRun(one.owner));
      const next = at < 0 ? undefined : waiting.splice(at, 1)[0];
      if (next) {
        change(next.owner, 1);
        next.begin();
      }
    }
  };
}
