/** Loaded before a program that is measured: tells on demand what its process has used. The program knows nothing of it. */

export interface Figures {
  /** CPU milliseconds since the process began, all threads together. */
  cpu: number;
  /** Resident bytes. */
  resident: number;
}

process.on('message', (message) => {
  if (message !== 'figures') return;
  const { user, system } = process.cpuUsage();
  const figures: Figures = { cpu: (user + system) / 1000, resident: process.memoryUsage.rss() };
  process.send?.(figures);
});
// The program must be able to end by itself.
process.channel?.unref();
