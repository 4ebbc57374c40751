/** What this process has computed since then, all threads together: on a busy machine the clock counts what others do. */

/** @param began what process.cpuUsage() told @returns milliseconds */
export function computedSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
