/** Runs work a few at a time, the rest in the order it came. */

/** @param most how many run at once; what one throws goes to its caller and gives its place free */
export function takingTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
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
