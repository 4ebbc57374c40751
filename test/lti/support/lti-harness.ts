/**
 * The real web app with the real LTI edge on localhost, over stores in memory and guarded requests. Nothing stands in for
 * anything but the database.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Launch } from '../../../src/domain/courses/launch.js';
import type { LtijsRecord } from '../../../src/domain/platforms/ltijs-records.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { createEnvelope } from '../../../src/edges/keys/envelope.js';
import { createGuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { createLtiEdge } from '../../../src/lti/lti-edge.js';
import type { LtiDeps } from '../../../src/lti/lti-deps.js';
import type { Clock } from '../../../src/shared/clock.js';
import { randomId } from '../../../src/shared/ids.js';
import type { OutboundRequest } from '../../../src/shared/outbound-fetch.js';
import { openVisitHandler } from '../../../src/web/pages/course/open-visit-handler.js';
import { createWebApp } from '../../../src/web/web-app.js';
import type { WebServices } from '../../../src/web/web-services.js';
import { memoryLtijsRecords } from '../../support/memory/memory-ltijs-records.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { memoryUsedLaunches } from '../../support/memory/memory-used-launches.js';
import { aBrowser, type TestBrowser } from '../../web/support/test-browser.js';
import { webServices } from '../../web/support/web-harness.js';

export interface LtiHarness {
  base: string;
  services: WebServices;
  deps: LtiDeps;
  /** Launches that were let in, in their order. */
  launches: Launch[];
  /** What the app wrote to its log, one object a line. */
  log: Record<string, unknown>[];
  troubles: { sentence: string; facts: Record<string, unknown> }[];
  /** Ids of the launches that were let in. */
  used: ReturnType<typeof memoryUsedLaunches>;
  records: ReturnType<typeof memoryLtijsRecords>;
  /** Requests to other servers. */
  requests: OutboundRequest[];
  browser(): TestBrowser;
  /** Moves the app's clock; the machine's stays. */
  setClock(clock: Clock): void;
  close(): Promise<void>;
}

export interface LtiHarnessOptions {
  platforms?: Platform[];
  clock?: Clock;
  deps?: Partial<LtiDeps>;
}

/** The tool's key is made once for all tests: that takes seconds. */
const toolKeys = new Map<string, LtijsRecord>();

export async function startLti({ platforms = [], clock, deps }: LtiHarnessOptions = {}): Promise<LtiHarness> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  const log: LtiHarness['log'] = [];
  const write = (line: string): void => void log.push(JSON.parse(line) as Record<string, unknown>);
  let now: Clock = clock ?? (() => new Date());
  const guarded = createGuardedFetch({ allowPrivate: true, timeoutMs: 1_000, backoffMs: 20 });
  const requests: OutboundRequest[] = [];
  const launches: Launch[] = [];
  const troubles: LtiHarness['troubles'] = [];
  const [used, records] = [memoryUsedLaunches(), memoryLtijsRecords()];
  for (const [key, record] of toolKeys) records.all.set(key, record);
  const services = webServices({
    platforms: memoryPlatforms(...platforms),
    clock: () => now(),
    base,
    log: pino({ level: 'info' }, { write }),
  });
  const open = openVisitHandler(services);
  const all: LtiDeps = {
    platforms: services.platforms,
    usedLaunches: used,
    sessionKey: services.sessionKey,
    records,
    sealing: createEnvelope({ currentId: '1', keys: new Map([['1', new Uint8Array(32).fill(1)]]) }),
    fetch: (request) => {
      requests.push(request);
      return guarded.fetch(request);
    },
    clock: () => now(),
    newId: randomId,
    base,
    clockTolerance: 180,
    onLaunch: async (launch, req, res) => {
      await open(launch, req, res);
      launches.push(launch);
    },
    onTrouble: (sentence, facts) => void troubles.push({ sentence, facts }),
    ...deps,
  };
  const { router, lmsCourse } = await createLtiEdge(all);
  for (const [key, record] of records.all) toolKeys.set(key, record);
  const running: WebServices = { ...services, lms: lmsCourse };
  server.on('request', createWebApp(running, { lti: router }));
  return {
    base,
    services: running,
    deps: all,
    launches,
    log,
    troubles,
    used,
    records,
    requests,
    browser: () => aBrowser(base),
    setClock: (other) => {
      now = other;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await guarded.close();
    },
  };
}
