/** The real Acquis on localhost with a database of its own, for tests that speak HTTP or drive a browser. */
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { compose, type RunningAcquis } from '../../src/app/compose.js';
import type { CheckTimes } from '../../src/jobs/check-worker.js';
import type { Clock } from '../../src/shared/clock.js';
import { acquisEnvironment } from './acquis-environment.js';

export interface TestAcquis extends RunningAcquis {
  base: string;
  /** A second replica on the same database, another port, the same public address. */
  replica(): Promise<RunningAcquis>;
  /** Stops Acquis and drops the database. */
  end(): Promise<void>;
}

/** Starts Acquis on a free port of localhost. End it in `after`. */
export async function startTestAcquis(
  options: { clock?: Clock; checkTimes?: CheckTimes; settings?: Record<string, string> } = {},
): Promise<TestAcquis> {
  const { settings, ...others } = options;
  const { base, database, environment } = await acquisEnvironment();
  const run = (changes: Record<string, string> = {}): Promise<RunningAcquis> =>
    compose(readSettings({ ...environment, ...settings, ...changes }), {
      log: pino({ level: process.env['ACQUIS_TEST_LOG'] ?? 'silent' }),
      ...others,
    });
  const first = await run();
  const started: RunningAcquis[] = [first];
  return {
    ...first,
    base,
    async replica() {
      const second = await run({ ACQUIS_PORT: '0' });
      started.push(second);
      return second;
    },
    async end() {
      for (const acquis of started) await acquis.stop();
      await database.drop();
    },
  };
}
