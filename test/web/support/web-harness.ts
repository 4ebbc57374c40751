/** The real web app on a free loopback port, over stores in memory. A launch is asked for with `launch`, without the LTI edge. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Router } from 'express';
import { pino } from 'pino';
import type { Launch } from '../../../src/domain/courses/launch.js';
import { makeCertificate } from '../../../src/documents/certificate/make-certificate.js';
import { makeSetUpLink } from '../../../src/domain/institutions/make-set-up-link.js';
import type { SigningKeys } from '../../../src/domain/institutions/signing-keys.js';
import { randomId } from '../../../src/shared/ids.js';
import { takingTurns } from '../../../src/shared/taking-turns.js';
import { systemTimers } from '../../../src/shared/timers.js';
import { Problem } from '../../../src/shared/problem.js';
import { readWords } from '../../../src/web/middleware/words.js';
import { openVisitHandler } from '../../../src/web/pages/course/open-visit-handler.js';
import { createWebApp } from '../../../src/web/web-app.js';
import type { WebServices } from '../../../src/web/web-services.js';
import { aLaunch } from '../../support/builders/a-visit.js';
import { documentChecksHere } from '../../support/document-checks-here.js';
import { memoryAdministrators, plainHasher } from '../../support/memory/memory-administrators.js';
import { memoryAwards, memoryStatusLists } from '../../support/memory/memory-awards.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses, memoryVisits } from '../../support/memory/memory-courses.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryEventSecrets } from '../../support/memory/memory-event-secrets.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryNoticeStops } from '../../support/memory/memory-notices.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { memorySealedFiles, memorySealLinks, noSealService } from '../../support/memory/memory-seals.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { memorySharedResults } from '../../support/memory/memory-shared-results.js';
import { lastLists } from '../../../src/domain/evidence/last-lists.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';
import { scriptedLms } from '../../support/memory/scripted-lms.js';
import { aBrowser, type TestBrowser } from './test-browser.js';

/** Read once: hundreds of apps are started. A sentence that is missing is an error. */
const words = readWords('throw');

export interface WebHarness {
  services: WebServices;
  /** What the app wrote to its log, one object a line. */
  log: Record<string, unknown>[];
  url: string;
  browser(): TestBrowser;
  /** Opens a visit in the browser as the LTI edge would; returns its path, /visits/<id>/. */
  launch(browser: TestBrowser, launch?: Partial<Launch>): Promise<string>;
  /** Path of a new set-up link. */
  setUpPath(): Promise<string>;
  close(): Promise<void>;
}

/** Keys whose making is noted and that sign nothing. */
export function noKeys(): SigningKeys & { ensured: string[] } {
  const ensured: string[] = [];
  return {
    ensured,
    ensure: async (institutionId) => void ensured.push(institutionId),
    renew: async () => undefined,
    declareCompromised: async () => undefined,
    published: async () => [],
    all: async () => [],
    compromised: async () => [],
    current: async () => Promise.reject(new Problem('key-missing')),
    sign: async () => Promise.reject(new Problem('key-missing')),
  };
}

export function webServices(overrides: Partial<WebServices> = {}): WebServices {
  const { platforms = memoryPlatforms(), courses = memoryCourses(), visits = memoryVisits() } = overrides;
  return {
    platforms,
    known: { platforms, courses, visits },
    institutions: memoryInstitutions(),
    administrators: memoryAdministrators(),
    hasher: plainHasher,
    keys: noKeys(),
    courses,
    visits,
    microCredentials: memoryMicroCredentials(),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    awards: memoryAwards(),
    statusLists: memoryStatusLists(),
    checks: memoryChecks(),
    noticeStops: memoryNoticeStops(),
    endorsements: memoryEndorsements(),
    lms: scriptedLms({}),
    records: scriptedRecords({}),
    lastLists: lastLists(),
    serviceTokens: memoryServiceTokens(),
    eventSecrets: memoryEventSecrets(),
    sealLinks: memorySealLinks(),
    sealService: noSealService,
    sealedFiles: memorySealedFiles(),
    sealingTurns: takingTurns(8, 1),
    fetchDocument: async () => Promise.reject(new Problem('fetch-failed')),
    documentChecks: documentChecksHere,
    sharedResults: memorySharedResults(),
    certificate: makeCertificate,
    pictures: {
      badge: async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
      drawing: async () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
    clock: () => new Date(),
    timers: systemTimers,
    newId: randomId,
    base: 'http://localhost:8080',
    emailPepper: new Uint8Array(32),
    visitHours: 8,
    keySchedule: { years: 3, renewal: 'scheduled' },
    allowHttp: false,
    log: pino({ level: 'silent' }),
    sessionKey: new Uint8Array(32).fill(7),
    trustProxy: 0,
    engineNotice: false,
    ping: async () => undefined,
    words,
    ...overrides,
  };
}

export async function startWeb(overrides: Partial<WebServices> = {}): Promise<WebHarness> {
  const log: Record<string, unknown>[] = [];
  const write = (line: string): void => void log.push(JSON.parse(line) as Record<string, unknown>);
  const services = webServices({ log: pino({ level: 'info' }, { write }), ...overrides });
  let next = aLaunch();
  const lti = Router();
  lti.all('/launch', (req, res) => openVisitHandler(services)({ ...next, id: randomId() }, req, res));
  lti.get('/breaks', (_req, res) => {
    res.write('half an answer');
    throw new Error('broken in the middle');
  });
  const server = createWebApp(services, { lti }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    services,
    log,
    url,
    browser: () => aBrowser(url),
    async launch(browser, launch = {}) {
      next = aLaunch(launch);
      const answer = await browser.send('/lti/launch', {});
      return answer.headers.get('Location') ?? '';
    },
    setUpPath: async () => (await makeSetUpLink(services)).slice(services.base.length),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
