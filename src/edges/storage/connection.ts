/**
 * Opens the database: one connection pool of its own with all ports on it. Two of them on one database are two replicas.
 * https://www.mongodb.com/docs/drivers/node/current/connect/connection-options/
 */
import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import type { AwardStore } from '../../domain/awards/award-store.js';
import type { StatusListStore } from '../../domain/awards/status-list-store.js';
import type { CheckStore } from '../../domain/checks/check-store.js';
import type { CourseStore } from '../../domain/courses/course-store.js';
import type { VisitStore } from '../../domain/courses/visit.js';
import type { EndorsementStore } from '../../domain/endorsements/endorsement-store.js';
import type { ConfirmationStore } from '../../domain/evidence/confirmation-store.js';
import type { JuryDecisionStore } from '../../domain/evidence/jury-decision-store.js';
import type { AdministratorStore } from '../../domain/institutions/administrator.js';
import type { InstitutionStore } from '../../domain/institutions/institution-store.js';
import type { KeyRecords } from '../../domain/institutions/key-records.js';
import type { MicroCredentialStore } from '../../domain/micro-credentials/micro-credential-store.js';
import type { MailTallies } from '../../domain/notices/mail-tallies.js';
import type { NoticeStops, NoticeStore } from '../../domain/notices/notice-store.js';
import type { LtijsRecords } from '../../domain/platforms/ltijs-records.js';
import type { PlatformStore } from '../../domain/platforms/platform-store.js';
import type { SealedTokens } from '../../domain/platforms/sealed-tokens.js';
import type { UsedLaunches } from '../../domain/platforms/used-launches.js';
import type { SealedFiles } from '../../domain/seals/sealed-files.js';
import type { SealRecords } from '../../domain/seals/seal-records.js';
import type { SharedResultStore } from '../../domain/verification/shared-results/shared-result.js';
import { Problem } from '../../shared/problem.js';
import { administratorCollections, openAdministrators } from './administrators.js';
import { awardCollection, openAwards } from './awards.js';
import { checkCollection, openChecks } from './checks.js';
import { confirmationCollection, openConfirmations } from './confirmations.js';
import { courseCollections, openCourses } from './courses.js';
import { endorsementCollection, openEndorsements } from './endorsements.js';
import { mailTallyCollection, openMailTallies } from './mail-tallies.js';
import { makeIndexes } from './indexes.js';
import { institutionCollection, openInstitutions } from './institutions.js';
import { juryDecisionCollection, openJuryDecisions } from './jury-decisions.js';
import { keyCollections, openKeyRecords } from './key-records.js';
import { ltijsRecordCollection, openLtijsRecords } from './ltijs-records.js';
import { microCredentialCollection, openMicroCredentials } from './micro-credentials.js';
import { allMigrations } from './migrations/all-migrations.js';
import { runMigrations } from './migrations/run-migrations.js';
import { noticeCollections, openNotices, openNoticeStops } from './notices.js';
import { openPlatforms, platformCollection } from './platforms.js';
import { openSealedFiles, sealedFileCollection } from './sealed-files.js';
import { openSealedTokens, sealedTokenCollection } from './sealed-tokens.js';
import { openSealRecords, sealRecordCollection } from './seal-records.js';
import { openSharedResults, sharedResultCollection } from './shared-results.js';
import { openStatusLists, statusListCollection } from './status-lists.js';
import type { StorageLog } from './storage-log.js';
import { inStorageTerms, storageProblem } from './storage-trouble.js';
import { openUsedLaunches, usedLaunchCollection } from './used-launches.js';
import { openVisits, visitCollection } from './visits.js';

export interface Storage {
  platforms: PlatformStore;
  institutions: InstitutionStore;
  administrators: AdministratorStore;
  courses: CourseStore;
  visits: VisitStore;
  microCredentials: MicroCredentialStore;
  confirmations: ConfirmationStore;
  juryDecisions: JuryDecisionStore;
  awards: AwardStore;
  statusLists: StatusListStore;
  checks: CheckStore;
  notices: NoticeStore;
  noticeStops: NoticeStops;
  mailTallies: MailTallies;
  usedLaunches: UsedLaunches;
  ltijsRecords: LtijsRecords;
  keyRecords: KeyRecords;
  sealedTokens: SealedTokens;
  sealRecords: SealRecords;
  sealedFiles: SealedFiles;
  sharedResults: SharedResultStore;
  endorsements: EndorsementStore;
  /**
   * Brings the data to the shape of this version and makes the indexes; call it before anything is served. Safe in several
   * replicas at once. @throws Problem storage-unavailable
   */
  migrate(): Promise<void>;
  /** Rejects with Problem storage-unavailable within seconds when the database does not answer. */
  ping(): Promise<void>;
  /** Waits for what is under way; safe to call twice. */
  close(): Promise<void>;
}

/** The database's name where the address has none. */
const usualName = 'acquis';

const collections = [
  platformCollection,
  institutionCollection,
  ...administratorCollections,
  ...courseCollections,
  visitCollection,
  microCredentialCollection,
  confirmationCollection,
  juryDecisionCollection,
  awardCollection,
  statusListCollection,
  checkCollection,
  ...noticeCollections,
  usedLaunchCollection,
  ltijsRecordCollection,
  ...keyCollections,
  sealedTokenCollection,
  sealRecordCollection,
  sealedFileCollection,
  sharedResultCollection,
  endorsementCollection,
  mailTallyCollection,
];

/** Times in milliseconds: a database that is away is told within seconds, not after a browser gave up. */
const options: ConnectOptions = {
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 5_000,
  socketTimeoutMS: 20_000,
  waitQueueTimeoutMS: 10_000,
  maxPoolSize: 20,
  // an acknowledged write survives a crash of the server and a change of the primary
  writeConcern: { w: 'majority', journal: true },
  ignoreUndefined: true,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
};

/**
 * Connected when it returns. Every port answers trouble with Problem storage-unavailable.
 * @param input.uri MongoDB address; its path names the database, 'acquis' where it has none
 * @throws Problem storage-unavailable (no server answers within 5 s), settings-invalid (no MongoDB address)
 */
export async function openStorage(input: { uri: string; log: StorageLog }): Promise<Storage> {
  const { uri, log } = input;
  const connection = await connect(uri);
  const untold = tellChanges(connection, log);
  return {
    platforms: openPlatforms(connection),
    institutions: openInstitutions(connection),
    administrators: openAdministrators(connection),
    courses: openCourses(connection),
    visits: openVisits(connection),
    microCredentials: openMicroCredentials(connection),
    confirmations: openConfirmations(connection),
    juryDecisions: openJuryDecisions(connection),
    awards: openAwards(connection),
    statusLists: openStatusLists(connection),
    checks: openChecks(connection),
    notices: openNotices(connection),
    noticeStops: openNoticeStops(connection),
    mailTallies: openMailTallies(connection),
    usedLaunches: openUsedLaunches(connection),
    ltijsRecords: openLtijsRecords(connection),
    keyRecords: openKeyRecords(connection),
    sealedTokens: openSealedTokens(connection),
    sealRecords: openSealRecords(connection),
    sealedFiles: openSealedFiles(connection),
    sharedResults: openSharedResults(connection),
    endorsements: openEndorsements(connection),
    async migrate() {
      await runMigrations(connection, allMigrations, log);
      await inStorageTerms(() => makeIndexes(connection, collections, log));
    },
    async ping() {
      await inStorageTerms(() => connection.db?.command({ ping: 1 }) ?? Promise.reject(notConnected()));
    },
    async close() {
      untold();
      await connection.close();
    },
  };
}

async function connect(uri: string): Promise<Connection> {
  // an instance of our own: settings of others, and ours, stay apart
  const own = new mongoose.Mongoose();
  own.set('sanitizeFilter', true);
  own.set('strictQuery', 'throw');
  const named = /^mongodb(\+srv)?:\/\/[^/]+\/[^?]/.test(uri);
  try {
    return await own.createConnection(uri, named ? options : { ...options, dbName: usualName }).asPromise();
  } catch (cause) {
    const problem = storageProblem(cause);
    // the driver's words may hold the address with its password: they stay in the cause
    if (cause instanceof Error && cause.name === 'MongoParseError') {
      throw new Problem('settings-invalid', { detail: 'MONGODB_URI is no MongoDB address', cause });
    }
    if (problem.code !== 'unexpected') throw problem;
    throw new Problem('storage-unavailable', { detail: problem.detail, cause });
  }
}

/** Tells the log when the database goes and comes back; the answer ends that. */
function tellChanges(connection: Connection, log: StorageLog): () => void {
  const gone = (): void => log.warn({}, 'the database is out of reach');
  const back = (): void => log.info({}, 'the database is in reach again');
  connection.on('disconnected', gone).on('connected', back);
  connection.on('error', (error: Error) =>
    log.error({ name: error.name }, 'the connection to the database failed'),
  );
  return () => void connection.off('disconnected', gone).off('connected', back);
}

const notConnected = (): Problem => new Problem('storage-unavailable', { detail: 'not connected' });
