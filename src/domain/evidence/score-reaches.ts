/** Whether a score reaches a threshold: exactly at it counts, a hair below does not, and binary fractions play no part. */

/** Far below any grade's last digit (Moodle keeps five), far above the rounding of one multiplication. */
const rounding = 1e-12;

/** @param score in points out of `maximum` (> 0); @param thresholdPercent 0 to 100 */
export function scoreReaches(score: number, maximum: number, thresholdPercent: number): boolean {
  return score * 100 >= thresholdPercent * maximum * (1 - rounding);
}

/** @param points 0 or more, in the same points as `score` */
export function pointsReach(score: number, points: number): boolean {
  return score >= points * (1 - rounding);
}

/** Percent of the maximum for people to read, two decimals, rounded down: what is below a threshold never looks as if it reached it. */
export function percentOf(score: number, maximum: number): number {
  return Math.floor((score / maximum) * 10_000 * (1 + rounding)) / 100;
}
