/** Everything the pages need: the deps of all deeds under their common names, and what the web itself needs. */
import type { Logger } from 'pino';
import type { AwardStore } from '../domain/awards/award-store.js';
import type { Pictures } from '../domain/awards/pictures.js';
import type { TellLearner } from '../domain/awards/tell-learner.js';
import type { StatusListStore } from '../domain/awards/status-list-store.js';
import type { MakeCertificate } from '../documents/certificate/kept-certificates.js';
import type { CourseRecords } from '../domain/courses/course-records.js';
import type { CheckStore } from '../domain/checks/check-store.js';
import type { CourseStore } from '../domain/courses/course-store.js';
import type { EndorsementStore } from '../domain/endorsements/endorsement-store.js';
import type { Known } from '../domain/courses/known.js';
import type { LmsCourse } from '../domain/courses/lms-course.js';
import type { VisitStore } from '../domain/courses/visit.js';
import type { ConfirmationStore } from '../domain/evidence/confirmation-store.js';
import type { JuryDecisionStore } from '../domain/evidence/jury-decision-store.js';
import type { LastLists } from '../domain/evidence/last-lists.js';
import type { AdministratorStore, PasswordHasher } from '../domain/institutions/administrator.js';
import type { InstitutionStore } from '../domain/institutions/institution-store.js';
import type { KeySchedule } from '../domain/institutions/key-schedule.js';
import type { SigningKeys } from '../domain/institutions/signing-keys.js';
import type { MicroCredentialStore } from '../domain/micro-credentials/micro-credential-store.js';
import type { Mail } from '../domain/notices/mail.js';
import type { NoticeStops, NoticeStore } from '../domain/notices/notice-store.js';
import type { EventSecrets } from '../domain/platforms/event-secrets.js';
import type { PlatformStore } from '../domain/platforms/platform-store.js';
import type { ServiceTokens } from '../domain/platforms/service-tokens.js';
import type { SealLinks } from '../domain/seals/seal-links.js';
import type { SealService } from '../domain/seals/seal-service.js';
import type { SealedFiles } from '../domain/seals/sealed-files.js';
import type { DocumentChecks } from '../domain/verification/document-checks.js';
import type { FormerBase } from '../domain/verification/own-bases.js';
import type { SecondOpinion } from '../domain/verification/second-opinion.js';
import type { SharedResultStore } from '../domain/verification/shared-results/shared-result.js';
import type { Clock } from '../shared/clock.js';
import type { FetchDocument } from '../shared/fetch-document.js';
import type { NewId } from '../shared/ids.js';
import type { InTurn } from '../shared/taking-turns.js';
import type { Timers } from '../shared/timers.js';
import type { Words } from './middleware/words.js';

export interface WebServices {
  platforms: PlatformStore;
  institutions: InstitutionStore;
  administrators: AdministratorStore;
  hasher: PasswordHasher;
  keys: SigningKeys;
  courses: CourseStore;
  visits: VisitStore;
  microCredentials: MicroCredentialStore;
  confirmations: ConfirmationStore;
  juryDecisions: JuryDecisionStore;
  awards: AwardStore;
  statusLists: StatusListStore;
  checks: CheckStore;
  /** Undefined while no mail server is set: no notices are sent then. */
  notices?: NoticeStore;
  noticeStops: NoticeStops;
  /** Undefined while no mail server is set. */
  tellLearner?: TellLearner;
  /** Undefined while no mail server is set. */
  mail?: Mail;
  /** What others say of micro-credentials and institutions. */
  endorsements: EndorsementStore;
  /** What each request of a visit asks for. */
  known: Known;
  lms: LmsCourse;
  /** What an LMS keeps of a course beyond LTI. */
  records: CourseRecords;
  serviceTokens: ServiceTokens;
  eventSecrets: EventSecrets;
  /** Electronic seals of the institutions, and what was sealed. */
  sealLinks: SealLinks;
  sealService: SealService;
  sealedFiles: SealedFiles;
  sealingTurns: InTurn;
  fetchDocument: FetchDocument;
  documentChecks: DocumentChecks;
  /** Another verifier, where one is installed. */
  secondOpinion?: SecondOpinion;
  /** Results of verifications that somebody shows for a while. */
  sharedResults: SharedResultStore;
  lastLists: LastLists;
  pictures: Pictures;
  /** Makes the certificate of an award: PDF. One that was just made is not made again. */
  certificate: MakeCertificate;
  clock: Clock;
  timers: Timers;
  newId: NewId;
  /** Public origin of this installation, without a trailing slash. */
  base: string;
  /** Origins that it had before. */
  formerBases?: readonly FormerBase[];
  /** For Recipient.emailKey. */
  emailPepper: Uint8Array;
  visitHours: number;
  /** When signing keys are old, and who renews them then. */
  keySchedule: KeySchedule;
  /** True where addresses of an LMS may begin with http:// (the demo, an LMS on the same network). */
  allowHttp: boolean;
  log: Logger;
  /** Key of the form tokens: 32 bytes. */
  sessionKey: Uint8Array;
  /** Proxies in front that add the address they see to X-Forwarded-For. */
  trustProxy: number;
  /** True while the embedded database engine is in use: the admin pages say so. */
  engineNotice: boolean;
  /** Answers when the database does; rejects otherwise. */
  ping: () => Promise<void>;
  /** Of the pages; not given, they are read, and a sentence that is missing in the reader's language is told in the log. */
  words?: Words;
}
