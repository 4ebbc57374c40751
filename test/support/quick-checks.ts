/** Times of the checks for tests that kill processes: leases end within a second instead of a minute. */
import type { CheckTimes } from '../../src/jobs/check-worker.js';

export const quickChecks: CheckTimes = { tickMs: 100, leaseMs: 1_000, patienceMs: 1_000, launchesMs: 200 };

/** For a replica that only looks on: its first tick comes when the tests are over. */
export const noChecks: CheckTimes = { ...quickChecks, tickMs: 24 * 3_600_000 };
