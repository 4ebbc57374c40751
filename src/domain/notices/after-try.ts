/** When a notice is tried again: after one, two, four ... minutes, for about two days; then nobody waits for it any more. */

const minute = 60_000;
const longest = 6 * 60 * minute;
const mostTries = 16;

/** @param chance 0 to 1: takes up to a half off, so that many do not come back together @returns undefined: given up */
export function afterTry(
  { tries }: { tries: number },
  at: Date,
  chance: number,
): { dueAt: Date; tries: number } | undefined {
  if (tries + 1 >= mostTries) return undefined;
  const pause = Math.min(minute * 2 ** tries, longest) * (1 - chance / 2);
  return { dueAt: new Date(at.getTime() + Math.round(pause)), tries: tries + 1 };
}
