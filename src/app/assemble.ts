/** Everything that stands on a database, in this order: storage, keys, edges, pages. Called by compose.ts alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.js';
import { keptCertificates } from '../documents/certificate/kept-certificates.js';
import { makeCertificate } from '../documents/certificate/make-certificate.js';
import { formerStatusLists } from '../domain/awards/former-status-lists.js';
import { lastLists } from '../domain/evidence/last-lists.js';
import { changeTeller } from '../domain/notices/note-change.js';
import type { DocumentChecks } from '../domain/verification/document-checks.js';
import { namesOwnHost } from '../domain/verification/own-bases.js';
import { createDocumentChecks } from '../edges/document-checks/create-document-checks.js';
import { createEnvelope } from '../edges/keys/envelope.js';
import { createEventSecrets } from '../edges/keys/event-secrets.js';
import { createPasswordHasher } from '../edges/keys/password-hasher.js';
import { createSealLinks } from '../edges/keys/seal-links.js';
import { createServiceTokens } from '../edges/keys/service-tokens.js';
import { createSigningKeys } from '../edges/keys/signing-keys.js';
import { createCourseRecords } from '../edges/lms/create-course-records.js';
import { createFetchDocument } from '../edges/outbound/fetch-document.js';
import { createGuardedFetch } from '../edges/outbound/guarded-fetch.js';
import { createPictures } from '../edges/pictures/create-pictures.js';
import { keptPictures } from '../edges/pictures/kept-pictures.js';
import { createSealService } from '../edges/seals/create-seal-service.js';
import { createSecondOpinion } from '../edges/second-opinion/create-second-opinion.js';
import { openStorage, type Storage } from '../edges/storage/connection.js';
import { knownCourses } from '../edges/storage/known-courses.js';
import { knownPlatforms } from '../edges/storage/known-platforms.js';
import { knownVisits } from '../edges/storage/known-visits.js';
import { membersBehind } from '../edges/storage/members-behind.js';
import { startCheckWorker, usualTimes, type CheckTimes, type CheckWorker } from '../jobs/check-worker.js';
import { startKeyRenewalWorker, type KeyRenewalWorker } from '../jobs/key-renewal-worker.js';
import { startSignAgainWorker, type SignAgainWorker } from '../jobs/sign-again-worker.js';
import { createSeenLaunches, type SeenLaunches } from '../jobs/seen-launches.js';
import { createLtiEdge, type LtiEdge } from '../lti/lti-edge.js';
import type { Clock } from '../shared/clock.js';
import { randomId } from '../shared/ids.js';
import type { OutboundFetch } from '../shared/outbound-fetch.js';
import { Problem } from '../shared/problem.js';
import { takingTurns } from '../shared/taking-turns.js';
import { systemTimers } from '../shared/timers.js';
import { openVisitHandler } from '../web/pages/course/open-visit-handler.js';
import { createWebApp } from '../web/web-app.js';
import type { WebServices } from '../web/web-services.js';
import { emailPepper } from './email-pepper.js';
import { loadTheRest } from './load-the-rest.js';
import { masterKeysOf } from './master-keys.js';
import { mailOf, startNotices } from './notices.js';

export interface Ground {
  settings: Settings;
  /** MongoDB address. */
  uri: string;
  log: Logger;
  clock: Clock;
  /** Gets what ends each thing that was opened, also when a later one fails. */
  closing: (() => Promise<void>)[];
  /** The usual ones where undefined. */
  checkTimes?: CheckTimes;
}

export interface Assembled {
  services: WebServices;
  port: number;
}

/** Milliseconds that running requests get to finish when Acquis stops. */
const grace = 10_000;
/** How many credentials are sealed at once, one of each institution. */
const mostSealings = 8;

/** Listening when it returns. @throws Problem settings-invalid, storage-unavailable, key-unreadable */
export async function assemble({
  settings,
  uri,
  log,
  clock,
  closing,
  checkTimes = usualTimes,
}: Ground): Promise<Assembled> {
  const storage = await openStorage({ uri, log });
  closing.push(() => storage.close());
  await storage.migrate();
  const outbound = createGuardedFetch({ allowPrivate: settings.ACQUIS_ALLOW_PRIVATE_ADDRESSES });
  closing.push(() => outbound.close());
  const isOwnKey = (reference: string): boolean =>
    [settings.ACQUIS_BASE_ADDRESS, ...settings.ACQUIS_FORMER_BASES].some((base) =>
      namesOwnHost({ base }, reference),
    );
  const documentChecks = createDocumentChecks((sentence) => log.warn(sentence), { isOwnKey });
  closing.push(() => documentChecks.close());
  const parts: Parts = { settings, storage, fetch: outbound.fetch, documentChecks, log, clock, closing };
  const withoutLms = await servicesOf(parts);
  const launches = createSeenLaunches(withoutLms, checkTimes.launchesMs);
  const { router, lmsCourse, load } = await ltiEdgeOf(parts, withoutLms, launches);
  const services: WebServices = { ...withoutLms, lms: lmsCourse };
  const worker = workerOf(services, launches, checkTimes);
  closing.push(() => worker.stop());
  const signAgainWorker = signAgainWorkerOf(services);
  closing.push(() => signAgainWorker.stop());
  const keyRenewalWorker = keyRenewalWorkerOf(services);
  closing.push(async () => keyRenewalWorker?.stop());
  const noticeWorker = startNotices(services);
  closing.push(async () => noticeWorker?.stop());
  const server = await listen(createServer(createWebApp(services, { lti: router })), settings);
  closing.push(() => closeServer(server));
  const { port } = server.address() as AddressInfo;
  log.info({ base: services.base, port, embedded: services.engineNotice }, 'ready');
  loadTheRest([load], log);
  return { services, port };
}

/** What everything else is built from. */
interface Parts {
  settings: Settings;
  storage: Storage;
  fetch: OutboundFetch;
  log: Logger;
  clock: Clock;
  documentChecks: DocumentChecks;
  closing: Ground['closing'];
}

/** Everything the deeds and pages need, but the LMS services, which the LTI edge brings. */
async function servicesOf({
  settings,
  storage,
  fetch,
  log,
  clock,
  documentChecks,
  closing,
}: Parts): Promise<Omit<WebServices, 'lms'>> {
  const masterKeys = masterKeysOf(settings);
  const { keyRecords } = storage;
  const platforms = knownPlatforms(storage.platforms, clock);
  const members = membersBehind(storage.courses, log);
  closing.push(() => members.store());
  const courses = knownCourses(members.courses, clock);
  const visits = knownVisits(storage.visits, clock, (visit) => members.visitRead(visit));
  const envelope = createEnvelope(masterKeys);
  const pepper = await emailPepper(keyRecords, envelope);
  const notices = settings.ACQUIS_SMTP_URL === '' ? undefined : storage.notices;
  const tokens = createServiceTokens({ records: storage.sealedTokens, envelope, clock });
  return {
    platforms: platforms.platforms,
    institutions: storage.institutions,
    administrators: storage.administrators,
    courses: courses.courses,
    visits: visits.visits,
    known: { platforms: platforms.known, courses: courses.known, visits: visits.known },
    microCredentials: storage.microCredentials,
    confirmations: storage.confirmations,
    juryDecisions: storage.juryDecisions,
    awards: storage.awards,
    statusLists: storage.statusLists,
    checks: storage.checks,
    notices,
    tellLearner: changeTeller({ notices, clock }),
    noticeStops: storage.noticeStops,
    mail: mailOf(settings, log, { mailTallies: storage.mailTallies, clock, emailPepper: pepper }),
    endorsements: storage.endorsements,
    ping: () => storage.ping(),
    hasher: createPasswordHasher(),
    serviceTokens: tokens,
    eventSecrets: createEventSecrets({ records: storage.sealedTokens, envelope, clock }),
    sealLinks: createSealLinks({ records: storage.sealRecords, envelope }),
    sealService: createSealService({ fetch, clock }),
    sealedFiles: storage.sealedFiles,
    sealingTurns: takingTurns(mostSealings, 1),
    records: createCourseRecords({ fetch, platforms: platforms.known, tokens, clock }),
    keys: createSigningKeys({ records: keyRecords, masterKeys, clock, newId: randomId }),
    lastLists: lastLists(),
    fetchDocument: createFetchDocument(fetch),
    pictures: keptPictures(createPictures()),
    certificate: keptCertificates(makeCertificate),
    clock,
    timers: systemTimers,
    documentChecks,
    sharedResults: storage.sharedResults,
    ...secondOpinionOf(settings, log),
    newId: randomId,
    base: settings.ACQUIS_BASE_ADDRESS,
    formerBases: settings.ACQUIS_FORMER_BASES.map((base) => ({
      base,
      statusLists: formerStatusLists(storage.statusLists),
    })),
    emailPepper: pepper,
    visitHours: settings.ACQUIS_VISIT_HOURS,
    keySchedule: { years: settings.ACQUIS_KEY_YEARS, renewal: settings.ACQUIS_KEY_RENEWAL },
    allowHttp: settings.ACQUIS_ALLOW_PRIVATE_ADDRESSES,
    log,
    sessionKey: Buffer.from(settings.ACQUIS_SESSION_KEY, 'base64'),
    trustProxy: settings.ACQUIS_TRUST_PROXY,
    engineNotice: settings.MONGODB_URI === '',
  };
}

function secondOpinionOf(settings: Settings, log: Logger): Pick<WebServices, 'secondOpinion'> {
  const python = settings.ACQUIS_OPENBADGES_PYTHON;
  if (python === '') return {};
  return { secondOpinion: createSecondOpinion({ python, onTrouble: (sentence) => log.warn(sentence) }) };
}

function ltiEdgeOf(
  { settings, storage, fetch, log, clock }: Parts,
  services: Omit<WebServices, 'lms'>,
  launches: SeenLaunches,
): Promise<LtiEdge> {
  return createLtiEdge({
    platforms: { ...services.platforms, ...services.known.platforms },
    usedLaunches: storage.usedLaunches,
    sessionKey: services.sessionKey,
    records: storage.ltijsRecords,
    sealing: createEnvelope(masterKeysOf(settings)),
    fetch,
    clock,
    newId: randomId,
    base: services.base,
    clockTolerance: settings.ACQUIS_CLOCK_TOLERANCE,
    onLaunch: openVisitHandler(services, ({ courseId, platformId }) =>
      launches.note({ id: courseId, platformId }),
    ),
    onTrouble: (sentence, facts) => log.warn(facts, sentence),
  });
}

function workerOf(services: WebServices, launches: SeenLaunches, times: CheckTimes): CheckWorker {
  const onTrouble = (sentence: string, facts: Record<string, unknown>): void =>
    services.log.warn(facts, sentence);
  return startCheckWorker({ ...services, launches, chance: Math.random, onTrouble }, times);
}

function signAgainWorkerOf(services: WebServices): SignAgainWorker {
  const onTrouble = (sentence: string, facts: Record<string, unknown>): void =>
    services.log.warn(facts, sentence);
  return startSignAgainWorker({ ...services, chance: Math.random, onTrouble });
}

/** Undefined where keys are not renewed by themselves. */
function keyRenewalWorkerOf(services: WebServices): KeyRenewalWorker | undefined {
  return startKeyRenewalWorker({
    ...services,
    chance: Math.random,
    onRenewed: (institution) => services.log.info({ institution }, 'signing keys were renewed on schedule'),
    onTrouble: (sentence, facts) => services.log.warn(facts, sentence),
  });
}

function listen(server: Server, settings: Settings): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') {
        reject(error);
        return;
      }
      const fault = `ACQUIS_PORT: port ${settings.ACQUIS_PORT} is taken by another program; choose another one`;
      reject(new Problem('settings-invalid', { detail: fault, facts: { faults: [fault] }, cause: error }));
    });
    server.listen(settings.ACQUIS_PORT, settings.ACQUIS_HOST, () => resolve(server));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
