/** The real Acquis on localhost with a database of its own, for tests that speak HTTP or drive a browser. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { compose, type RunningAcquis } from '../../src/app/compose.js';
import type { CheckTimes } from '../../src/jobs/check-worker.js';
import type { Clock } from '../../src/shared/clock.js';
import { openTestDatabase } from './test-database.js';

export interface TestAcquis extends RunningAcquis {
  base: string;
  /** A second replica on the same database, another port, the same public address. */
  replica(): Promise<RunningAcquis>;
  /** Stops Acquis and drops the database. */
  end(): Promise<void>;
}

/** Starts Acquis on a free port of localhost. End it in `after`. */
export async function startTestAcquis(
  options: { clock?: Clock; checkTimes?: CheckTimes } = {},
): Promise<TestAcquis> {
  const database = await openTestDatabase();
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const environment = {
    ACQUIS_BASE_ADDRESS: base,
    ACQUIS_HOST: 'localhost',
    ACQUIS_PORT: String(port),
    ACQUIS_MASTER_KEY: randomBytes(32).toString('base64'),
    ACQUIS_SESSION_KEY: randomBytes(32).toString('base64'),
    ACQUIS_ALLOW_PRIVATE_ADDRESSES: 'true',
    ACQUIS_LOG_LEVEL: 'silent',
    MONGODB_URI: database.uri,
  };
  const run = (changes: Record<string, string> = {}): Promise<RunningAcquis> =>
    compose(readSettings({ ...environment, ...changes }), {
      log: pino({ level: process.env['ACQUIS_TEST_LOG'] ?? 'silent' }),
      ...options,
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

/** A port of localhost that was free a moment ago: the public address must be known before Acquis listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
