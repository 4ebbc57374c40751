/** The settings of an Acquis on localhost, for tests: a free port, a database of its own, keys of its own, and no log. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { openTestDatabase, type TestDatabase } from './test-database.js';

export interface AcquisEnvironment {
  base: string;
  database: TestDatabase;
  environment: Record<string, string>;
}

export async function acquisEnvironment(): Promise<AcquisEnvironment> {
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
  return { base, database, environment };
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
